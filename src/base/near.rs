//! "Did you mean …?": the known name that is nearest to what somebody typed.

/// From 0 (nothing in common) to 1 (the same): below this, a guess would puzzle more than it helps.
const LIKENESS_MIN: f64 = 0.8;

/// The name that somebody probably meant, if one is near enough.
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let near = names.into_iter().map(|name| (strsim::jaro_winkler(typed, name), name));
    let (likeness, name) = near.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (likeness > LIKENESS_MIN).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        assert_eq!(nearest("numbre", ["keyboard", "number", "locked"]), Some("number"));
        assert_eq!(nearest("colour", ["keyboard", "number", "locked"]), None);
        assert_eq!(nearest("number", []), None);
    }
}
