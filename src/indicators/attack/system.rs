//! All equations that the published files say: visits and openings apart, never one held for the other.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Name, Span, System};
use super::knowledge::{Reasons, Rules, bounds};
use super::published::Published;
use super::relations::Related;
use super::spans::Spans;
use crate::indicators::known::group_of_language;
use crate::indicators::observation::{Flow, Observation, Status, TOTAL};
use crate::indicators::sources::is_essential;
use crate::usage::event::LanguageGroup;

/// The equations of a publication, and what is known of each cell.
pub fn system(published: &Published, rules: Rules, reasons: &Reasons) -> System {
    let mut builder = Builder { system: System::default(), published, spans: Spans::of(published) };
    builder.bounds(rules, reasons);
    builder.visits();
    builder.openings();
    builder.by_themselves();
    builder.system
}

/// The name of what a row counts; none for what is no count of people.
pub fn name(row: &Observation) -> Option<Name> {
    let name = Name::whole(row.key.indicator, Span::Of(row.key.period))
        .site(&row.key.site)
        .lang(&row.key.lang)
        .item(&row.key.item);
    Some(match row.key.flow {
        Flow::Shares | Flow::Exact => return None,
        Flow::T4 => name.lang(&group(&row.key.lang)),
        Flow::T5 | Flow::T6 => name.item(&group(&row.key.item)),
        // The starts and ends of guides by quarter are those of their months.
        Flow::OneWay => match row.key.indicator {
            "STARTS" => Name { what: "GUIDE_START".to_owned(), ..name },
            "DONES" => Name { what: "GUIDE_DONE".to_owned(), ..name },
            _ => name,
        },
        Flow::T1 | Flow::T2 | Flow::T3 => name,
    })
}

/// A group of languages or services, told apart from a language or service of the same code.
fn group(code: &str) -> String {
    if code == TOTAL { code.to_owned() } else { format!("group {code}") }
}

struct Builder<'p> {
    system: System,
    published: &'p Published,
    spans: Spans,
}

impl<'p> Builder<'p> {
    /// The rows of a table and span.
    fn rows(&self, flow: Flow, span: Span) -> impl Iterator<Item = &'p Observation> + use<'p> {
        self.published.rows.iter().filter(move |row| row.key.flow == flow && Span::Of(row.key.period) == span)
    }

    /// What one dimension takes in a table and span, the total left out.
    fn codes(&self, flow: Flow, span: Span, code: fn(&Observation) -> &str) -> BTreeSet<&'p str> {
        // The borrow is of the publication, not of the closure's row.
        self.rows(flow, span).map(code as fn(&'p Observation) -> &'p str).filter(|code| *code != TOTAL).collect()
    }

    fn bounds(&mut self, rules: Rules, reasons: &Reasons) {
        let exact = exact_series(self.published, rules);
        for (at, row) in self.published.rows.iter().enumerate() {
            let Some(name) = name(row) else { continue };
            let cell = self.system.cell(name);
            if let Some(cell) = self.system.cells.get_mut(cell) {
                cell.row = cell.row.or(Some(at));
            }
            if let Some((low, high)) = bounds(row, at, exact.contains(&series(row)), rules, reasons) {
                self.system.bound(cell, low, high);
            }
        }
    }

    /// T1, T2, T4: month x site x group of languages.
    fn visits(&mut self) {
        let sites: BTreeSet<&str> = [Flow::T1, Flow::T4]
            .into_iter()
            .flat_map(|flow| self.published.rows.iter().filter(move |row| row.key.flow == flow))
            .map(|row| row.key.site.as_str())
            .filter(|site| *site != TOTAL)
            .collect();
        let sites: Vec<&str> = sites.into_iter().collect();
        for span in self.spans.all() {
            let crossed = self.spans.quarter_of(span).filter(|quarter| self.rows(Flow::T4, *quarter).next().is_some());
            self.visits_of(span, &sites, crossed.is_some());
            for indicator in ["ENGAGED", "ASSISTED", "OTHERLANG"] {
                self.kind_of_visits(indicator, span, &sites);
            }
        }
    }

    fn visits_of(&mut self, span: Span, sites: &[&str], is_crossed: bool) {
        let all = Name::whole("SESSIONS", span);
        let groups = LanguageGroup::ALL.map(|of| group(of.name()));
        let parts = self.spans.parts(span);
        let is_shown = self.rows(Flow::T1, span).any(|row| row.key.indicator == "SESSIONS" && row.key.site != TOTAL);
        let has_sites = is_shown || is_crossed && !matches!(span, Span::Of(period) if period.frequency() == "A");
        if has_sites {
            self.sites("SESSIONS", span, sites, is_shown);
            let of_sites = sites.iter().map(|site| all.clone().site(site));
            if is_crossed {
                self.system.implied(all.clone(), of_sites);
            } else {
                self.system.sum(all.clone(), of_sites);
            }
        }
        if is_crossed {
            for site in sites {
                let of_group = |of: &String| all.clone().site(site).lang(of);
                self.system.sum(all.clone().site(site), groups.iter().map(of_group));
            }
            for of in &groups {
                self.system.sum(all.clone().lang(of), sites.iter().map(|site| all.clone().site(site).lang(of)));
            }
            self.system.sum(all.clone(), groups.iter().map(|of| all.clone().lang(of)));
        }
        if !parts.is_empty() {
            self.over_time(&all, &parts, sites, is_crossed);
        }
        self.languages(span, &groups, is_crossed);
    }

    /// The whole of a span is that of its parts; so it is for every site and group.
    fn over_time(&mut self, all: &Name, parts: &[Span], sites: &[&str], is_crossed: bool) {
        let in_parts = |name: Name| parts.iter().map(move |part| Name { span: *part, ..name.clone() });
        let is_by_site = sites.iter().any(|site| self.system.find(&all.clone().site(site)).is_some());
        if !is_by_site {
            return self.system.sum(all.clone(), in_parts(all.clone()));
        }
        self.system.implied(all.clone(), in_parts(all.clone()));
        for site in sites {
            let at_site = all.clone().site(site);
            if is_crossed {
                for of in LanguageGroup::ALL {
                    let crossed = at_site.clone().lang(&group(of.name()));
                    self.system.sum(crossed.clone(), in_parts(crossed));
                }
                self.system.implied(at_site.clone(), in_parts(at_site));
            } else {
                self.system.sum(at_site.clone(), in_parts(at_site));
            }
        }
    }

    /// Sites that are not in a table that is there had nothing.
    fn sites(&mut self, indicator: &str, span: Span, sites: &[&str], is_shown: bool) {
        if !is_shown {
            return;
        }
        let rows: BTreeSet<&str> = self
            .rows(Flow::T1, span)
            .filter(|row| row.key.indicator == indicator)
            .map(|row| row.key.site.as_str())
            .collect();
        for site in sites.iter().filter(|site| !rows.contains(**site)) {
            let cell = self.system.cell(Name::whole(indicator, span).site(site));
            self.system.bound(cell, 0.0, 0.0);
        }
    }

    /// T2: the languages of each group.
    fn languages(&mut self, span: Span, groups: &[String], is_crossed: bool) {
        let all = Name::whole("SESSIONS", span);
        let languages = self.codes(Flow::T2, span, |row| &row.key.lang);
        // A single language is the same as the total, and is not published again: those that are there cannot be.
        if self.rows(Flow::T2, span).all(|row| row.status == Status::Impossible) {
            return;
        }
        for of in groups {
            let here = languages.iter().filter(|lang| group(group_of_language(lang)) == *of);
            let here: Vec<Name> = here.map(|lang| all.clone().lang(lang)).collect();
            if here.is_empty() {
                let cell = self.system.cell(all.clone().lang(of));
                self.system.bound(cell, 0.0, 0.0);
            }
            self.system.sum(all.clone().lang(of), here);
        }
        if !is_crossed {
            self.system.sum(all.clone(), groups.iter().map(|of| all.clone().lang(of)));
        }
        self.system.implied(all.clone(), languages.iter().map(|lang| all.clone().lang(lang)));
    }

    /// Some of the visits, by site: those that opened something, those with help, those in other languages.
    fn kind_of_visits(&mut self, indicator: &str, span: Span, sites: &[&str]) {
        let rows: Vec<&Observation> = self.rows(Flow::T1, span).filter(|row| row.key.indicator == indicator).collect();
        let parts: Vec<Span> = self.spans.parts(span);
        let all = Name::whole(indicator, span);
        if rows.is_empty() {
            return;
        }
        let in_parts = |name: Name| parts.iter().map(move |part| Name { span: *part, ..name.clone() });
        let has_parts = parts.iter().any(|part| self.rows(Flow::T1, *part).any(|row| row.key.indicator == indicator));
        if rows.iter().all(|row| row.key.site == TOTAL) {
            self.system.holds(Name::whole("SESSIONS", span), [all.clone()]);
            if has_parts {
                self.system.sum(all.clone(), in_parts(all));
            }
            return;
        }
        self.sites(indicator, span, sites, true);
        for site in sites {
            let (here, visits) = (all.clone().site(site), Name::whole("SESSIONS", span).site(site));
            if indicator == "OTHERLANG" {
                let others = [LanguageGroup::OtherEuropean, LanguageGroup::Other];
                self.system.sum(here.clone(), others.map(|of| visits.clone().lang(&group(of.name()))));
            } else {
                self.system.holds(visits, [here.clone()]);
            }
            if has_parts {
                self.system.sum(here.clone(), in_parts(here));
            }
        }
        self.system.sum(all.clone(), sites.iter().map(|site| all.clone().site(site)));
        self.system.holds(Name::whole("SESSIONS", span), [all.clone()]);
        if has_parts {
            self.system.implied(all.clone(), in_parts(all));
        }
    }

    /// T3, T5, T6: margins of the same openings.
    fn openings(&mut self) {
        for span in self.spans.all() {
            for indicator in ["OPENED", "GUIDE_START", "GUIDE_DONE"] {
                let rows =
                    self.rows(Flow::T3, span).filter(|row| row.key.indicator == indicator && row.key.item != TOTAL);
                let items: Vec<Name> = rows.filter_map(name).collect();
                self.system.sum(Name::whole(indicator, span), items);
            }
            self.starts_of_groups(span);
            if let Span::Of(period) = span
                && period.frequency() == "Q"
            {
                self.openings_of(span);
            }
        }
    }

    fn starts_of_groups(&mut self, span: Span) {
        let shown = self.rows(Flow::OneWay, span).filter(|row| row.key.indicator == "STARTS_GROUP");
        let shown: Vec<&Observation> = shown.collect();
        let items = self.codes(Flow::T3, span, |row| &row.key.item);
        if let Some(by_group) = self.by_group(&items) {
            for row in shown {
                let starts = Name::whole("GUIDE_START", span);
                let here = by_group.get(row.key.item.as_str()).into_iter().flatten();
                self.system.sum(
                    Name::whole("STARTS_GROUP", span).item(&row.key.item),
                    here.map(|item| starts.clone().item(item)).collect::<Vec<_>>(),
                );
            }
        }
    }

    /// The services of each group; none where one of them is of no known group.
    fn by_group(&self, items: &BTreeSet<&'p str>) -> Option<BTreeMap<&'p str, Vec<&'p str>>> {
        let mut by_group: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for item in items {
            by_group.entry(self.published.groups.get(*item)?).or_default().push(item);
        }
        Some(by_group)
    }

    fn openings_of(&mut self, quarter: Span) {
        let parts = self.spans.parts(quarter);
        let of_quarter = self.rows(Flow::OneWay, quarter);
        let own = of_quarter.filter(|row| ["STARTS", "DONES", "USEFUL", "WRITTEN_DOWN"].contains(&row.key.indicator));
        let mut items: BTreeSet<&str> =
            own.map(|row| row.key.item.split(':').next().unwrap_or_default()).filter(|item| *item != TOTAL).collect();
        items.extend(parts.iter().flat_map(|part| self.codes(Flow::T3, *part, |row| &row.key.item)));
        for indicator in ["OPENED", "GUIDE_START", "GUIDE_DONE"] {
            for item in &items {
                let name = Name::whole(indicator, quarter).item(item);
                let in_parts: Vec<Name> = parts.iter().map(|part| Name { span: *part, ..name.clone() }).collect();
                self.system.sum(name, in_parts);
            }
        }
        let all = Name::whole("OPENED", quarter);
        let by_group = self.by_group(&items);
        let codes: BTreeSet<&str> = [Flow::T5, Flow::T6]
            .into_iter()
            .flat_map(|flow| self.codes(flow, quarter, |row| &row.key.item))
            .chain(by_group.iter().flatten().map(|(group, _)| *group))
            .collect();
        for code in &codes {
            let of_group = all.clone().item(&group(code));
            let rows = |flow| self.rows(flow, quarter).filter(|row| row.key.item == **code).filter_map(name);
            let (by_site, by_language): (Vec<Name>, Vec<Name>) = (rows(Flow::T5).collect(), rows(Flow::T6).collect());
            self.system.sum(of_group.clone(), by_site);
            self.system.sum(of_group.clone(), by_language);
            if let Some(by_group) = &by_group {
                let here = by_group.get(code).into_iter().flatten();
                self.system.sum(of_group, here.map(|item| all.clone().item(item)).collect::<Vec<_>>());
            }
        }
        let of_groups = codes.iter().map(|code| all.clone().item(&group(code)));
        self.system.sum(all.clone(), of_groups.collect::<Vec<_>>());
        self.essential(quarter, &codes);
    }

    /// Groups that everybody needs, and the others.
    fn essential(&mut self, quarter: Span, groups: &BTreeSet<&str>) {
        let shown: Vec<&Observation> =
            self.rows(Flow::OneWay, quarter).filter(|row| row.key.indicator == "ESSENTIAL").collect();
        for row in shown {
            let of_cell = groups.iter().filter(|group| is_essential(group) == (row.key.item == "yes"));
            let of_cell = of_cell.map(|code| Name::whole("OPENED", quarter).item(&group(code)));
            self.system.sum(Name::whole("ESSENTIAL", quarter).item(&row.key.item), of_cell.collect::<Vec<_>>());
        }
    }

    /// What is published by itself, and how it belongs together.
    fn by_themselves(&mut self) {
        for span in self.spans.all() {
            let mut items: Vec<(String, String)> = Vec::new();
            for row in self.published.rows.iter().filter(|row| Span::Of(row.key.period) == span) {
                let is_collected = row.status != Status::NotCollected;
                if let Some(name) = name(row).filter(|name| is_collected && name.site == TOTAL && name.lang == TOTAL) {
                    items.push((name.what, name.item));
                }
            }
            // Openings by quarter are published by group alone, and those of a service are those of its months.
            for part in self.spans.parts(span) {
                let items_of = self.codes(Flow::T3, part, |row| &row.key.item);
                let is_quarter = matches!(span, Span::Of(period) if period.frequency() == "Q");
                if is_quarter {
                    items.extend(items_of.into_iter().map(|item| ("OPENED".to_owned(), item.to_owned())));
                }
            }
            Related::new(span, items).relate(&mut self.system);
        }
    }
}

/// Rows that are published alike: if one of them is no multiple of the base, none of them is rounded.
type Series = (Flow, &'static str, &'static str, [bool; 3]);

fn series(row: &Observation) -> Series {
    let totals = [&row.key.site, &row.key.lang, &row.key.item].map(|code| code == TOTAL);
    (row.key.flow, row.key.indicator, row.key.period.frequency(), totals)
}

fn exact_series(published: &Published, rules: Rules) -> BTreeSet<Series> {
    let is_exact = |row: &&Observation| row.count().is_some_and(|count| count % rules.base != 0);
    published.rows.iter().filter(is_exact).map(series).collect()
}
