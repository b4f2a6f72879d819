//! The three questions on the way out: what was answered. None of it is asked twice in a visit, and all of it may be left
//! out.

use crate::usage::event::{Age, Event, Reply};

/// What was answered in a visit. It is part of the visit, so it is forgotten with it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Questions {
    /// Whether they were shown: who never saw them has left nothing out.
    pub is_shown: bool,
    pub first_time: Option<Reply>,
    pub age: Option<Age>,
    pub home_net: Option<Reply>,
}

/// An answer to one of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    FirstTime(Reply),
    Age(Age),
    HomeNet(Reply),
}

impl Questions {
    /// Takes an answer, in the place of an earlier one.
    pub fn tell(&mut self, told: Told) {
        match told {
            Told::FirstTime(reply) => self.first_time = Some(reply),
            Told::Age(age) => self.age = Some(age),
            Told::HomeNet(reply) => self.home_net = Some(reply),
        }
    }

    /// Whether something was chosen, be it not to say.
    pub fn is_begun(self) -> bool {
        self.first_time.is_some() || self.age.is_some() || self.home_net.is_some()
    }

    /// What of it is counted: of each question that was shown, the answer or that there was none.
    pub fn events(self) -> Vec<Event> {
        let Questions { is_shown, first_time, age, home_net } = self;
        if !is_shown {
            return Vec::new();
        }
        vec![
            Event::FirstTime(first_time.unwrap_or(Reply::Skip)),
            Event::Age(age.unwrap_or(Age::Skip)),
            Event::HomeNet(home_net.unwrap_or(Reply::Skip)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_counts_once_by_itself_and_only_where_it_was_shown() {
        let mut questions = Questions::default();
        questions.tell(Told::Age(Age::From65));
        assert_eq!(questions.events(), [], "nobody has seen them");
        questions.is_shown = true;
        let rest = [Event::FirstTime(Reply::Skip), Event::Age(Age::From65), Event::HomeNet(Reply::Skip)];
        assert_eq!(questions.events(), rest);
        questions.tell(Told::Age(Age::Skip));
        questions.tell(Told::HomeNet(Reply::No));
        let changed = [Event::FirstTime(Reply::Skip), Event::Age(Age::Skip), Event::HomeNet(Reply::No)];
        assert_eq!(questions.events(), changed, "the last word counts");
    }
}
