//! F3: finding something in one's own words. What fits stands below the field after every key; where nothing fits well
//! there is always something to go on with: what was understood, topics, other words, and a person.

use super::{home, places, service};
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::state::Visit;
use crate::app::{Env, Screen};
use crate::base::{Key, Role, Text, TopicId};
use crate::content::model::{ItemId, Section};
use crate::content::search::{Found, Hit, SectionAt};
use crate::i18n::Arg;
use crate::page::Spot;
use crate::usage::event::Search;

/// So many results are shown: whoever does not find it among them types another letter. With all letters a page stays within
/// the sixty choices of a page.
const HITS: usize = 9;
/// The first of them, which stand out.
const FIRST: usize = 3;
/// So many topics stand under a field that is empty.
const TOPICS: usize = 12;

/// A word of which one may say that nothing fits it has so many letters.
const SHORTEST: usize = 3;

/// The keys on the screen: letters, then digits.
const LETTERS: std::ops::RangeInclusive<char> = 'a'..='z';
const DIGITS: std::ops::RangeInclusive<char> = '0'..='9';
/// The field, all letters and digits, space and "take back": the first spots of the screen with letters.
const KEY_SPOTS: u16 = 1 + 26 + 10 + 2;

/// The screen for a keyboard.
pub fn draft(context: &Context) -> Draft {
    let found = search(context.visit, context.env, HITS);
    let mut draft = Draft::new("search", context.say("search-title"));
    field(context, &mut draft, &found);
    let letters = Choice::new(context.say("search-letters"), Action::Replace(Screen::Letters));
    if has_answer(context.visit, &found) {
        answer(context, &mut draft, &found, letters);
    } else {
        draft.para(context.say("search-how"));
        draft.plain(None, vec![letters]);
        topics(context, &mut draft);
    }
    draft
}

/// The same with letters on the screen.
pub fn letters(context: &Context) -> Draft {
    let found = search(context.visit, context.env, HITS);
    let mut draft = Draft::new("letters", context.say("search-title"));
    field(context, &mut draft, &found);
    let key = |sign: char| Choice::new(Text::plain(context.lang, sign.to_string()), Action::Write(sign));
    draft.keys(LETTERS.map(key).collect());
    draft.keys(DIGITS.map(key).collect());
    let mut others = vec![
        Choice::new(context.say("search-space"), Action::Write(' ')),
        Choice::new(context.say("search-take-back"), Action::Unwrite),
    ];
    if let Some(word) = completed(context, &found) {
        others.push(Choice::new(word, Action::Complete));
    }
    draft.keys(others);
    let keyboard = Choice::new(context.say("search-keyboard"), Action::Replace(Screen::Search));
    if has_answer(context.visit, &found) {
        answer(context, &mut draft, &found, keyboard);
    } else {
        topics(context, &mut draft);
        draft.plain(None, vec![keyboard]);
    }
    draft
}

/// Whether a choice is the field or a key on the screen: typing does not take the focus from there.
pub fn is_key(screen: Screen, spot: Spot) -> bool {
    match screen {
        Screen::Letters => spot.0 < KEY_SPOTS,
        _ => spot == Spot(0),
    }
}

/// The rest of the word that is being written.
pub fn completion(visit: &Visit, env: &Env) -> Option<Box<str>> {
    search(visit, env, 1).completion
}

/// A word that is offered instead of what was typed.
pub fn other_word(visit: &Visit, env: &Env, index: u16) -> Option<Box<str>> {
    search(visit, env, HITS).other_words.into_iter().nth(index.into())
}

/// What is counted of what stands in the field; nothing where there is no word.
pub fn outcome(visit: &Visit, env: &Env) -> Option<Search> {
    let found = search(visit, env, 1);
    has_answer(visit, &found).then_some(if found.is_weak { Search::Zero } else { Search::Hit })
}

fn search(visit: &Visit, env: &Env, limit: usize) -> Found {
    match visit.typed.is_empty() {
        true => Found::default(),
        false => env.library.search(visit.typed.as_str(), visit.lang, limit),
    }
}

/// Whether there was a word to look for. Of one or two letters nobody can say yet that nothing fits them.
fn has_answer(visit: &Visit, found: &Found) -> bool {
    let has_begun = visit.typed.as_str().trim().chars().count() >= SHORTEST;
    if found.is_weak { has_begun } else { !found.hits.is_empty() }
}

fn field(context: &Context, draft: &mut Draft, found: &Found) {
    let right = super::cap(context.env.texts, context.lang, Key::Right).in_role(Role::KeyCap);
    let completion = completed(context, found);
    let completion = completion.map(|word| right.then(Text::plain(context.lang, " ")).then(word));
    draft.field(context.say("search-label"), &context.visit.typed, completion);
}

/// The whole word that Right completes.
fn completed(context: &Context, found: &Found) -> Option<Text> {
    let rest = found.completion.as_ref()?;
    Some(Text::plain(context.lang, format!("{}{rest}", context.visit.typed.last_word())))
}

/// What was found, or what to do where that is nothing that fits well; and the other way to type.
fn answer(context: &Context, draft: &mut Draft, found: &Found, other_way: Choice) {
    let hits = hit_choices(context, &found.hits);
    let person = Choice::new(context.say("go-person"), Action::Open(Screen::Person(None)));
    let clear = Choice::new(context.say("search-clear"), Action::Clear);
    if !found.is_weak {
        draft.para(context.say("search-choose"));
        draft.plain(None, hits);
        draft.plain(None, vec![clear, other_way, person]);
        return;
    }
    draft.para(understood(context, &found.understood));
    draft.plain(Some(context.say("search-perhaps")), hits);
    let topic = |id: &TopicId| {
        let topic = context.env.library.topic(*id)?;
        Some(Choice::new(context.localized(&topic.name), Action::Instead(Screen::Topic(*id))))
    };
    draft.plain(Some(context.say("search-topics")), found.topics.iter().filter_map(topic).collect());
    let word = |(at, word): (u16, &str)| Choice::new(Text::plain(context.lang, word), Action::TryWord(at));
    let words = (0..).zip(found.other_words.iter().map(|word| &**word));
    draft.plain(Some(context.say("search-words")), words.map(word).collect());
    draft.plain(None, vec![person, clear, other_way]);
}

/// "We understood: card, lost."
fn understood(context: &Context, words: &[Box<str>]) -> Text {
    if words.is_empty() {
        return context.say("search-not-understood");
    }
    let words = Text::with_role(context.lang, Role::Strong, words.join(", "));
    context.say_with("search-understood", &[("words", Arg::Text(&words))])
}

/// What was found, each with the reason where it is another one than that of the hits before it.
fn hit_choices(context: &Context, hits: &[Hit]) -> Vec<Choice> {
    let is_new = |rank: usize, hit: &Hit| !hits[..rank].iter().any(|before| before.word == hit.word);
    let ranked = hits.iter().enumerate();
    ranked.filter_map(|(rank, hit)| hit_choice(context, (rank, is_new(rank, hit)), hit)).collect()
}

/// Something that was found, and why.
fn hit_choice(context: &Context, (rank, is_new): (usize, bool), hit: &Hit) -> Option<Choice> {
    let library = context.env.library;
    let title = match hit.item {
        ItemId::Service(id) => service::title(context, id),
        ItemId::Term(id) => {
            let word = context.localized(&library.term(id)?.headword);
            context.say_with("search-term", &[("word", Arg::Text(&word))])
        }
        ItemId::Commune(id) => places::near_title(context, library.commune(id)?.as_ref()),
        item => context.localized(&library.title_of(item)?),
    };
    let title = if rank < FIRST { title.in_role(Role::Strong) } else { title };
    let mut label = title.clone();
    let word = matched_word(context, hit, &title).filter(|_| is_new);
    for reason in [section_title(context, hit), word].into_iter().flatten() {
        label = label.then(Text::plain(context.lang, " – ")).then(reason);
    }
    Some(Choice::new(label, Action::Found(screen(hit))))
}

/// Where something that was found is shown: the section in which it stands, else the first screen of the item.
fn screen(hit: &Hit) -> Screen {
    match (hit.item, hit.section) {
        (ItemId::Service(id), Some(SectionAt::Step(at))) => Screen::Step(id, at),
        (ItemId::Service(id), Some(SectionAt::Stuck(at))) => Screen::Stuck(id, at),
        (item, _) => crate::app::screen_of(item),
    }
}

/// The step or stuck section that the words stand in.
fn section_title(context: &Context, hit: &Hit) -> Option<Text> {
    let ItemId::Service(id) = hit.item else { return None };
    let service = context.env.library.service(id)?;
    let (lang, text) = service::text(context, &service)?;
    let at = |sections: &[Section], at: u16| {
        sections.get(usize::from(at)).map(|section| context.said_in(lang, &section.title))
    };
    match hit.section? {
        SectionAt::Step(step) => at(&text.steps, step),
        SectionAt::Stuck(stuck) => at(&text.stuck, stuck),
    }
}

/// The word of the content that was meant, with its language where that is another one; nothing where the title shows it.
fn matched_word(context: &Context, hit: &Hit, title: &Text) -> Option<Text> {
    let word = Text::plain(hit.lang, hit.word.clone());
    if hit.lang != context.lang {
        let language = context.env.texts.language(hit.lang)?;
        let language = Text::plain(hit.lang, language.name.as_str());
        let args = [("word", Arg::Text(&word)), ("language", Arg::Text(&language))];
        return Some(context.say_with("search-word-in", &args));
    }
    let is_shown = title.to_plain_string().to_lowercase().contains(&hit.word.to_lowercase());
    (!is_shown && !hit.word.is_empty()).then(|| context.say_with("search-word", &[("word", Arg::Text(&word))]))
}

/// All topics, as on the home screen: a way on for those who do not know what to type.
fn topics(context: &Context, draft: &mut Draft) {
    let topics = context.env.library.topic_ids().take(TOPICS);
    draft.plain(Some(context.say("home-topics")), topics.filter_map(|id| home::topic_choice(context, id)).collect());
    draft.plain(None, vec![Choice::new(context.say("go-home"), Action::Home)]);
}
