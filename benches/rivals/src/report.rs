//! The figures as tables of Markdown.

use std::time::Duration;

use crate::measure::Figures;
use crate::queries::HALVES;

/// What was found.
pub fn write_success(figures: &[Figures]) {
    for (half, name) in HALVES.iter().enumerate() {
        write_half(figures, half, name);
    }
}

/// What it took, all languages together.
pub fn write_costs(figures: &[Figures]) {
    println!("| engine | key p50 / p95, µs | query p50 / p95, µs | index, MB |\n|---|---|---|---|");
    for Figures { name, keys, whole, bytes, .. } in figures {
        println!("| {name} | {} | {} | {:.2} |", half_and_most(keys), half_and_most(whole), *bytes as f64 / 1e6);
    }
    println!();
}

fn write_half(figures: &[Figures], half: usize, name: &str) {
    let languages = figures.first().map_or(&[][..], |figures| &figures.success);
    println!("{name}: success@1 / success@3, %; mean reciprocal rank\n");
    println!("| engine |{}", languages.iter().map(|(tag, _)| format!(" {tag} |")).collect::<String>());
    println!("|---|{}", "---|".repeat(languages.len()));
    for Figures { name, success, .. } in figures {
        let cells = success.iter().map(|(_, halves)| {
            let success = halves[half];
            format!(" {:.1} / {:.1}; {:.3} |", 100.0 * success.at_one, 100.0 * success.at_three, success.rank)
        });
        println!("| {name} |{}", cells.collect::<String>());
    }
    println!();
}

/// The median and the 95th of a hundred, in microseconds.
fn half_and_most(taken: &[Duration]) -> String {
    let mut sorted = taken.to_vec();
    sorted.sort_unstable();
    let at = |share: f64| {
        sorted.get((sorted.len().saturating_sub(1) as f64 * share) as usize).map_or(0, |taken| taken.as_micros())
    };
    format!("{} / {}", at(0.5), at(0.95))
}
