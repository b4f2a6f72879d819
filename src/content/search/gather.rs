//! What is searched: every text of the library that can lead a resident to a guide, a finder, a lesson, a room, a word or a place.

mod places;

pub(super) use self::places::languages_of_places;
use super::Field;
use super::numbering::Numbering;
use crate::base::{EventId, FinderId, Lang, LessonId, RoomId, ServiceId, TermId, TopicId};
use crate::content::library::{Numbers, Shelf};
use crate::content::model::{
    Block, FactValue, Finder, Inline, ItemId, Lesson, Localized, PART, Paragraph, Room, SAME_IN_ALL, Section, Service,
    Term,
};

/// The number of a text of a service that stands in none of its sections.
pub(super) const NO_SECTION: u8 = 255;
/// Numbers of stuck sections begin here, those of steps at 0.
pub(super) const STUCK: u8 = 128;
/// Numbers of phone numbers and web addresses among the official names.
const FACTS: u8 = 128;

/// Languages in which something is said.
#[derive(Default)]
struct Languages(Vec<Lang>);

impl Languages {
    fn note<T>(&mut self, said: &Localized<T>) {
        for (lang, _) in &said.0 {
            if !self.0.contains(lang) && lang.as_str() != SAME_IN_ALL {
                self.0.push(*lang);
            }
        }
    }

    /// In the order of their tags.
    fn in_order(mut self) -> Vec<Lang> {
        self.0.sort_unstable();
        self.0
    }
}

/// The languages in which guides and words are written, in the order of their tags.
pub(super) fn languages_of_guides(shelf: &dyn Shelf) -> Vec<Lang> {
    let mut languages = Languages::default();
    let Numbers { services, terms, .. } = shelf.numbers();
    for index in 0..services {
        let service = shelf.service(ServiceId::handed_out(index));
        service.iter().for_each(|service| languages.note(&service.texts));
    }
    for index in 0..terms {
        let term = shelf.term(TermId::handed_out(index));
        term.iter().for_each(|term| languages.note(&term.headword));
    }
    languages.in_order()
}

/// The first topic that names each service.
pub(super) fn topics(shelf: &dyn Shelf) -> Vec<Option<TopicId>> {
    let Numbers { topics, services, .. } = shelf.numbers();
    let mut first = vec![None; services as usize];
    for topic in (0..topics).map(TopicId::handed_out) {
        let parts = shelf.topic(topic).map_or(0, |topic| topic.services.div_ceil(PART as u32));
        for part in 0..parts {
            let Some(listed) = u16::try_from(part).ok().and_then(|part| shelf.services_of(topic, part)) else { break };
            for service in listed.iter() {
                if let Some(named) = first.get_mut(service.index()) {
                    named.get_or_insert(topic);
                }
            }
        }
    }
    first
}

/// Where a text stands: the number of its item, its field, and which of the texts of this field it is.
pub(super) type TextAt = (u32, Field, u8);

/// Shows each text in a language, item by item.
pub(super) struct Gather<'g> {
    pub lang: Lang,
    pub numbering: Numbering,
    pub show: &'g mut dyn FnMut(TextAt, &str),
}

impl Gather<'_> {
    /// Everything but communes and places.
    pub(super) fn guides(&mut self, shelf: &dyn Shelf) {
        let Numbers { topics, events, services, terms, finders, lessons, rooms, .. } = shelf.numbers();
        for id in (0..services).map(ServiceId::handed_out) {
            if let Some(service) = shelf.service(id) {
                self.service(self.numbering.number(ItemId::Service(id)), &service);
            }
        }
        for id in (0..finders).map(FinderId::handed_out) {
            if let Some(finder) = shelf.finder(id) {
                self.finder(self.numbering.number(ItemId::Finder(id)), &finder);
            }
        }
        for id in (0..terms).map(TermId::handed_out) {
            if let Some(term) = shelf.term(id) {
                self.term(self.numbering.number(ItemId::Term(id)), &term);
            }
        }
        for id in (0..lessons).map(LessonId::handed_out) {
            if let Some(lesson) = shelf.lesson(id) {
                self.lesson(self.numbering.number(ItemId::Lesson(id)), &lesson);
            }
        }
        for id in (0..rooms).map(RoomId::handed_out) {
            if let Some(room) = shelf.room(id) {
                self.room(self.numbering.number(ItemId::Room(id)), &room);
            }
        }
        for id in (0..topics).map(TopicId::handed_out) {
            if let Some(topic) = shelf.topic(id) {
                self.said((self.numbering.number(ItemId::Topic(id)), Field::Title, 0), &topic.name);
            }
        }
        for id in (0..events).map(EventId::handed_out) {
            let Some(event) = shelf.event(id) else { continue };
            self.said((self.numbering.number(ItemId::Event(id)), Field::Title, 0), &event.name);
            if let Some(finder) = event.finder {
                self.said((self.numbering.number(ItemId::Finder(finder)), Field::Words, 0), &event.name);
            }
            for service in &event.services {
                self.said((self.numbering.number(ItemId::Service(*service)), Field::Body, NO_SECTION), &event.name);
            }
        }
    }

    fn service(&mut self, item: u32, service: &Service) {
        if let Some(text) = service.texts.get(self.lang) {
            (self.show)((item, Field::Title, 0), &text.title);
            self.paragraph((item, Field::Purpose, 0), &text.purpose);
            for (number, section) in (0..STUCK).zip(&text.steps).chain((STUCK..NO_SECTION).zip(&text.stuck)) {
                self.section(item, number, section);
            }
        }
        self.words(item, &service.words);
        for (number, name) in (0..FACTS).zip(&service.official) {
            self.said((item, Field::Official, number), name);
        }
        self.sentence((item, Field::Purpose, 1), &service.run_by);
        for (number, fact) in (FACTS..=u8::MAX).zip(&service.facts) {
            self.fact((item, Field::Official, number), &fact.value);
        }
        let beside =
            service.before.iter().map(|before| &before.text).chain(service.routes.iter().map(|route| &route.text));
        for text in beside.chain([&service.cost]) {
            self.sentence((item, Field::Body, NO_SECTION), text);
        }
    }

    fn section(&mut self, item: u32, number: u8, section: &Section) {
        (self.show)((item, Field::Section, number), &section.title);
        self.blocks((item, Field::Body, number), &section.blocks);
    }

    fn blocks(&mut self, at: TextAt, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Para(paragraph) => self.paragraph(at, paragraph),
                Block::List { items, .. } => items.iter().for_each(|item| self.paragraph(at, item)),
                // Call-outs hold no call-outs.
                Block::Call { blocks, .. } => self.blocks(at, blocks),
            }
        }
    }

    /// Numbers that people dial and addresses that they read: what else a fact holds, nobody looks for.
    fn fact(&mut self, at: TextAt, fact: &FactValue) {
        match fact {
            FactValue::Phone(number) => match number.strip_prefix("+32") {
                Some(national) => (self.show)(at, &format!("0{national}")),
                None => (self.show)(at, number),
            },
            FactValue::Web(address) => {
                let same = SAME_IN_ALL.parse().ok().and_then(|same| address.get(same));
                if let Some(address) = address.get(self.lang).or(same) {
                    (self.show)(at, address);
                }
            }
            FactValue::Code(code) => (self.show)(at, code),
            _ => {}
        }
    }

    fn finder(&mut self, item: u32, finder: &Finder) {
        self.said((item, Field::Title, 0), &finder.title);
        self.words(item, &finder.words);
        for (number, question) in (0..=u8::MAX).zip(&finder.questions) {
            self.said((item, Field::Question, number), &question.text);
            for answer in &question.answers {
                self.said((item, Field::Question, number), &answer.text);
            }
        }
        for end in &finder.ends {
            self.sentence((item, Field::Body, NO_SECTION), &end.why);
        }
    }

    fn lesson(&mut self, item: u32, lesson: &Lesson) {
        self.words(item, &lesson.words);
        let Some(text) = lesson.texts.get(self.lang) else { return };
        (self.show)((item, Field::Title, 0), &text.title);
        self.paragraph((item, Field::Purpose, 0), &text.purpose);
        for (number, card) in (0..NO_SECTION).zip(&text.cards) {
            self.section(item, number, card);
        }
    }

    fn room(&mut self, item: u32, room: &Room) {
        self.words(item, &room.words);
        self.said((item, Field::Title, 0), &room.title);
        self.sentence((item, Field::Purpose, 0), &room.purpose);
        self.sentence((item, Field::Body, NO_SECTION), &room.goal);
    }

    fn term(&mut self, item: u32, term: &Term) {
        self.said((item, Field::Title, 0), &term.headword);
        self.words(item, &term.words);
        self.said((item, Field::Official, 0), &term.official);
        self.sentence((item, Field::Meaning, 0), &term.explanation);
    }

    /// The words that people use for an item; the first number is for the names of life events.
    fn words(&mut self, item: u32, words: &Localized<Vec<Box<str>>>) {
        for (number, word) in (1..=u8::MAX).zip(words.get(self.lang).into_iter().flatten()) {
            (self.show)((item, Field::Words, number), word);
        }
    }

    fn said(&mut self, at: TextAt, said: &Localized<Box<str>>) {
        if let Some(text) = said.get(self.lang) {
            (self.show)(at, text);
        }
    }

    fn sentence(&mut self, at: TextAt, said: &Localized<Paragraph>) {
        if let Some(text) = said.get(self.lang) {
            self.paragraph(at, text);
        }
    }

    fn paragraph(&mut self, at: TextAt, paragraph: &Paragraph) {
        let mut text = String::new();
        for piece in &paragraph.0 {
            match piece {
                Inline::Text(words) | Inline::Strong(words) => text.push_str(words),
                Inline::Term { text: words, .. } => text.push_str(words),
                // Words of another language would be completed as if they were of this one.
                Inline::Foreign { .. } | Inline::Fact(_) => text.push(' '),
            }
        }
        (self.show)(at, &text);
    }
}
