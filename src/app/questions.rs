//! The three questions on the way out: what was answered. None of it is asked twice in a visit, and all of it may be left
//! out.

use crate::usage::event::{Age, Event, Reply};

/// One of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    FirstTime,
    Age,
    HomeNet,
}

impl Ask {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Ask; 3] = [Ask::FirstTime, Ask::Age, Ask::HomeNet];

    /// The one that is asked after it.
    pub fn next(self) -> Option<Ask> {
        Ask::ALL.into_iter().skip_while(|ask| *ask != self).nth(1)
    }
}

/// What was answered in a visit. It is part of the visit, so it is forgotten with it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Questions {
    /// Whether they were offered: who never saw the first one has left nothing out. Who passes all of them at once has left
    /// out all of them, so that each is counted as often as the others.
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

impl Told {
    /// The question that it answers.
    pub fn ask(self) -> Ask {
        match self {
            Told::FirstTime(_) => Ask::FirstTime,
            Told::Age(_) => Ask::Age,
            Told::HomeNet(_) => Ask::HomeNet,
        }
    }
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

    /// What of it is counted: of each question, where they were offered, the answer or that there was none.
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
    fn the_questions_follow_each_other_to_an_end() {
        let asked: Vec<Ask> = std::iter::successors(Some(Ask::FirstTime), |ask| ask.next()).collect();
        assert_eq!(asked, Ask::ALL);
    }

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
