//! The ten groups of services.

use serde::{Deserialize, Serialize};

/// A group of services. The ten never change, so that counts of different years compare.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Group {
    Administration,
    Identity,
    Work,
    HousingEnergy,
    TaxMoneyBank,
    Health,
    FamilySchool,
    MobilityEnvironment,
    JusticeSafety,
    Skills,
}

impl Group {
    /// All of them, in their order.
    pub const ALL: [Group; 10] = [
        Group::Administration,
        Group::Identity,
        Group::Work,
        Group::HousingEnergy,
        Group::TaxMoneyBank,
        Group::Health,
        Group::FamilySchool,
        Group::MobilityEnvironment,
        Group::JusticeSafety,
        Group::Skills,
    ];

    /// Its name in the files of the content, in counts and in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Group::Administration => "administration",
            Group::Identity => "identity",
            Group::Work => "work",
            Group::HousingEnergy => "housing-energy",
            Group::TaxMoneyBank => "tax-money-bank",
            Group::Health => "health",
            Group::FamilySchool => "family-school",
            Group::MobilityEnvironment => "mobility-environment",
            Group::JusticeSafety => "justice-safety",
            Group::Skills => "skills",
        }
    }
}
