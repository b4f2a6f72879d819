//! What is counted: which counters go up by one for this visit, and the way to refuse that.

use super::{check, questions, service};
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::route_name;
use crate::base::{Group, Lang, LessonId, ServiceId, Text, TopicId};
use crate::content::model::{RouteKind, SkillArea};
use crate::i18n::Arg;
use crate::page::Block;
use crate::usage::event::skills::{AreaLevel, Scope, SkillLevel};
use crate::usage::event::{Age, Channel, Event, Feature, Gain, LanguageGroup, Levels, Reply, Search};

/// The screen that F1 leads to: a resident may refuse at any time, and change their mind.
pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("counting", context.say("counting-title"));
    let refused = context.visit.refused;
    if refused {
        draft.para(context.say("counting-refused"));
    } else {
        explain(context, &mut draft);
    }
    let change = context.say(if refused { "counting-allow" } else { "counting-refuse" });
    let back = Choice::new(context.say("go-back"), Action::Back);
    draft.choices(None, vec![back, Choice::new(change, Action::Refuse(!refused))]);
    draft
}

/// Says which counters will go up, below the choices of the last screen.
pub fn explain_at_the_end(context: &Context, draft: &mut Draft) {
    draft.heading(context.say("counting-title"));
    explain(context, draft);
}

fn explain(context: &Context, draft: &mut Draft) {
    draft.para(context.say("counting-intro"));
    let events = context.visit.events(context.env.library);
    let mut items = Vec::new();
    // What is counted of a service or lesson stands together.
    let mut named: Vec<(Named, Vec<Text>)> = Vec::new();
    for event in events {
        match told(context, event) {
            Told::Alone(text) => items.push(text),
            Told::Of(name, text) => match named.iter_mut().find(|(known, _)| *known == name) {
                Some((_, texts)) => texts.push(text),
                None => named.push((name, vec![text])),
            },
        }
    }
    items.push(context.say("counting-part"));
    items.push(context.say("counting-pack"));
    for (name, texts) in named {
        items.extend(texts.iter().map(|text| of(context, name, text)));
    }
    draft.blocks.push(Block::List { ordered: false, items });
}

/// "Set up itsme safely: opened"
fn of(context: &Context, name: Named, what: &Text) -> Text {
    let what = Arg::Text(what);
    match name {
        Named::Service(service) => {
            let title = service::title(context, service);
            context.say_with("counting-service", &[("service", Arg::Text(&title)), ("what", what)])
        }
        Named::Lesson(lesson) => {
            let read = context.env.library.lesson(lesson);
            let title = read.map(|lesson| context.localized(&lesson.title()));
            let title = title.unwrap_or_else(|| context.say("unreadable-title"));
            context.say_with("counting-lesson", &[("lesson", Arg::Text(&title)), ("what", what)])
        }
    }
}

/// What has a name of its own, and often several counters.
#[derive(Clone, Copy, PartialEq)]
enum Named {
    Service(ServiceId),
    Lesson(LessonId),
}

/// An event in words: by itself, or behind the name of its service or lesson.
enum Told {
    Alone(Text),
    Of(Named, Text),
}

fn told(context: &Context, event: Event) -> Told {
    let say = |id| Told::Alone(context.say(id));
    let guide = |service, id| Told::Of(Named::Service(service), context.say(id));
    let lesson = |lesson, text| Told::Of(Named::Lesson(lesson), text);
    let check = |text| Told::Alone(of_check(context, text));
    match event {
        Event::Visit => say("counting-visits"),
        Event::Engaged => say("counting-engaged"),
        Event::Assisted => say("counting-assisted"),
        Event::Language(lang) => Told::Alone(language(context, lang)),
        Event::Levels(Levels::One) => say("counting-level-one"),
        Event::Levels(Levels::Several) => say("counting-level-several"),
        Event::Human(group, channel) => Told::Alone(to_a_person(context, group, channel)),
        Event::Search(Search::Hit) => say("counting-search-hit"),
        Event::Search(Search::Zero) => say("counting-search-zero"),
        Event::Search(Search::Chosen) => say("counting-search-chosen"),
        Event::ZeroTopic(topic) => Told::Alone(zero_topic(context, topic)),
        Event::Accessibility(feature) => Told::Alone(feature_words(context, feature)),
        Event::FirstTime(reply) => Told::Alone(answer(context, "counting-first", reply_words(context, reply))),
        Event::Age(age) => Told::Alone(answer(context, "counting-age", age_words(context, age))),
        Event::HomeNet(reply) => Told::Alone(answer(context, "counting-net", reply_words(context, reply))),
        Event::Near => say("counting-near"),
        Event::Opened(service) => guide(service, "counting-opened"),
        Event::OpenedIn(service, lang, group) => {
            Told::Of(Named::Service(service), by_language_and_area(context, lang, group))
        }
        Event::Started(service) => guide(service, "counting-started"),
        Event::Done(service) => guide(service, "counting-done"),
        Event::LeftAt(service, step) => Told::Of(Named::Service(service), left_at(context, step)),
        Event::WrittenDown(service) => guide(service, "counting-written-down"),
        Event::Useful(service, true) => guide(service, "counting-useful"),
        Event::Useful(service, false) => guide(service, "counting-not-useful"),
        Event::LessonStarted(id) => lesson(id, context.say("counting-lesson-started")),
        Event::LessonDone(id) => lesson(id, context.say("counting-lesson-done")),
        Event::Gain(id, pair, gain) => lesson(id, gained(context, pair, gain)),
        Event::CheckStarted => check(context.say("counting-check-started")),
        Event::CheckStartedIn(group) => check(by_language(context, "counting-check-started", group)),
        Event::CheckDone => check(context.say("counting-check-done")),
        Event::CheckDoneIn(group) => check(by_language(context, "counting-check-done", group)),
        Event::CheckPartial => check(context.say("counting-check-partial")),
        Event::CheckLevel(level, scope) => check(check_level(context, level, scope)),
        Event::CheckArea(area, level) => check(check_area(context, area, level)),
    }
}

fn language(context: &Context, lang: Lang) -> Text {
    context.say_with("counting-language", &[("language", Arg::Text(&language_name(context, lang)))])
}

fn to_a_person(context: &Context, group: Group, channel: Channel) -> Text {
    let (way, group) = (context.say(channel_name(channel)), context.say(group_name(group)));
    context.say_with("counting-human", &[("way", Arg::Text(&way)), ("group", Arg::Text(&group))])
}

fn zero_topic(context: &Context, topic: TopicId) -> Text {
    let topic = context.env.library.topic(topic).map(|topic| context.localized(&topic.name)).unwrap_or_default();
    context.say_with("counting-zero-topic", &[("topic", Arg::Text(&topic))])
}

fn by_language_and_area(context: &Context, lang: Lang, group: Group) -> Text {
    let (lang, group) = (language_name(context, lang), context.say(group_name(group)));
    context.say_with("counting-opened-in", &[("language", Arg::Text(&lang)), ("group", Arg::Text(&group))])
}

/// Steps are counted from 1 before residents.
fn left_at(context: &Context, step: u16) -> Text {
    context.say_with("counting-left", &[("step", Arg::Count(i64::from(step) + 1))])
}

fn gained(context: &Context, pair: u8, gain: Gain) -> Text {
    context.say_with(gain_name(gain), &[("pair", Arg::Count(i64::from(pair) + 1))])
}

fn check_level(context: &Context, level: SkillLevel, scope: Scope) -> Text {
    // The counter has no other name than this one.
    let code = Text::plain(context.lang, level.code());
    let scope = context.say(check::scope_name(scope));
    context.say_with("counting-check-level", &[("level", Arg::Text(&code)), ("scope", Arg::Text(&scope))])
}

fn check_area(context: &Context, area: u8, level: AreaLevel) -> Text {
    let area = SkillArea::ALL.get(usize::from(area)).map(|area| context.say(check::area_name(*area)));
    let (area, level) = (area.unwrap_or_default(), context.say(check::level_name(level)));
    context.say_with("counting-check-area", &[("area", Arg::Text(&area)), ("level", Arg::Text(&level))])
}

/// "Internet at home: yes"
fn answer(context: &Context, question: &str, answer: Text) -> Text {
    context.say_with(question, &[("answer", Arg::Text(&answer))])
}

fn reply_words(context: &Context, reply: Reply) -> Text {
    context.say(match reply {
        Reply::Skip => "counting-no-answer",
        reply => questions::reply_name(reply),
    })
}

fn age_words(context: &Context, age: Age) -> Text {
    context.say(match age {
        Age::Skip => "counting-no-answer",
        age => questions::age_name(age),
    })
}

fn feature_words(context: &Context, feature: Feature) -> Text {
    let with = |display: &str| context.say_with("counting-display", &[("display", Arg::Text(&context.say(display)))]);
    match feature {
        Feature::Contrast => with("display-contrast"),
        Feature::NoColour => with("display-monochrome"),
        Feature::SwitchKeyboard => context.say("counting-letters"),
    }
}

/// "What can you do already? begun"
fn of_check(context: &Context, what: Text) -> Text {
    context.say_with("counting-check", &[("check", Arg::Text(&context.say("check-title"))), ("what", Arg::Text(&what))])
}

/// A language by the name that it has for itself.
fn language_name(context: &Context, lang: Lang) -> Text {
    let language = context.env.texts.language(lang);
    language.map(|language| Text::plain(lang, language.name.as_str())).unwrap_or_default()
}

/// "begun, by language: Nederlands"
fn by_language(context: &Context, what: &str, group: LanguageGroup) -> Text {
    let group = match group {
        LanguageGroup::OtherEuropean => context.say("language-group-other-eu"),
        LanguageGroup::Other => context.say("language-group-other"),
        // A group of one language: that of the visit.
        LanguageGroup::French | LanguageGroup::Dutch | LanguageGroup::English => language_name(context, context.lang),
    };
    context
        .say_with("counting-by-language", &[("what", Arg::Text(&context.say(what))), ("language", Arg::Text(&group))])
}

fn gain_name(gain: Gain) -> &'static str {
    match gain {
        Gain::RightRight => "counting-gain-right-right",
        Gain::RightWrong => "counting-gain-right-wrong",
        Gain::WrongRight => "counting-gain-wrong-right",
        Gain::WrongWrong => "counting-gain-wrong-wrong",
    }
}

/// A way to a person by the name that it has on the page of ways.
fn channel_name(channel: Channel) -> &'static str {
    route_name(match channel {
        Channel::Counter => RouteKind::Counter,
        Channel::Phone => RouteKind::Phone,
        Channel::Post => RouteKind::Post,
    })
}

/// The message with the name of a group.
pub(super) fn group_name(group: Group) -> &'static str {
    match group {
        Group::Administration => "group-administration",
        Group::Identity => "group-identity",
        Group::Work => "group-work",
        Group::HousingEnergy => "group-housing-energy",
        Group::TaxMoneyBank => "group-tax-money-bank",
        Group::Health => "group-health",
        Group::FamilySchool => "group-family-school",
        Group::MobilityEnvironment => "group-mobility-environment",
        Group::JusticeSafety => "group-justice-safety",
        Group::Skills => "group-skills",
    }
}
