//! What is counted: which counters go up by one for this visit, and the way to refuse that.

use super::{check, questions, service};
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::route_name;
use crate::base::{Group, Lang, LessonId, ServiceId, Text};
use crate::content::model::{RouteKind, SkillArea};
use crate::i18n::Arg;
use crate::page::Block;
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
    // What is counted of a service or lesson stands on one line, under its name.
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
    items.extend(named.iter().map(|(name, texts)| of(context, *name, texts)));
    draft.blocks.push(Block::List { ordered: false, items });
}

fn of(context: &Context, name: Named, texts: &[Text]) -> Text {
    let mut what = Text::default();
    for text in texts {
        if !what.is_blank() {
            what = what.then(Text::plain(context.lang, ", "));
        }
        what = what.then(text.clone());
    }
    let what = Arg::Text(&what);
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

/// An event in words: on a line of its own, or on that of its service or lesson.
enum Told {
    Alone(Text),
    Of(Named, Text),
}

fn told(context: &Context, event: Event) -> Told {
    let say = |id| context.say(id);
    match event {
        Event::Visit => Told::Alone(say("counting-visits")),
        Event::Engaged => Told::Alone(say("counting-engaged")),
        Event::Assisted => Told::Alone(say("counting-assisted")),
        Event::Language(lang) => {
            let name = language_name(context, lang);
            Told::Alone(context.say_with("counting-language", &[("language", Arg::Text(&name))]))
        }
        Event::Levels(Levels::One) => Told::Alone(say("counting-level-one")),
        Event::Levels(Levels::Several) => Told::Alone(say("counting-level-several")),
        Event::Human(group, channel) => {
            let (way, group) = (say(channel_name(channel)), say(group_name(group)));
            let args = [("way", Arg::Text(&way)), ("group", Arg::Text(&group))];
            Told::Alone(context.say_with("counting-human", &args))
        }
        Event::Search(Search::Hit) => Told::Alone(say("counting-search-hit")),
        Event::Search(Search::Zero) => Told::Alone(say("counting-search-zero")),
        Event::Search(Search::Chosen) => Told::Alone(say("counting-search-chosen")),
        Event::ZeroTopic(topic) => {
            let topic =
                context.env.library.topic(topic).map(|topic| context.localized(&topic.name)).unwrap_or_default();
            Told::Alone(context.say_with("counting-zero-topic", &[("topic", Arg::Text(&topic))]))
        }
        Event::Accessibility(feature) => Told::Alone(feature_words(context, feature)),
        Event::FirstTime(reply) => Told::Alone(answer(context, "counting-first", reply_words(context, reply))),
        Event::Age(age) => Told::Alone(answer(context, "counting-age", age_words(context, age))),
        Event::HomeNet(reply) => Told::Alone(answer(context, "counting-net", reply_words(context, reply))),
        Event::Near => Told::Alone(say("counting-near")),
        Event::Opened(service) => Told::Of(Named::Service(service), say("counting-opened")),
        Event::OpenedIn(service, lang, group) => {
            let (lang, group) = (language_name(context, lang), say(group_name(group)));
            let args = [("language", Arg::Text(&lang)), ("group", Arg::Text(&group))];
            Told::Of(Named::Service(service), context.say_with("counting-opened-in", &args))
        }
        Event::Started(service) => Told::Of(Named::Service(service), say("counting-started")),
        Event::Done(service) => Told::Of(Named::Service(service), say("counting-done")),
        Event::LeftAt(service, step) => {
            let step = [("step", Arg::Count(i64::from(step) + 1))];
            Told::Of(Named::Service(service), context.say_with("counting-left", &step))
        }
        Event::WrittenDown(service) => Told::Of(Named::Service(service), say("counting-written-down")),
        Event::Useful(service, true) => Told::Of(Named::Service(service), say("counting-useful")),
        Event::Useful(service, false) => Told::Of(Named::Service(service), say("counting-not-useful")),
        Event::LessonStarted(lesson) => Told::Of(Named::Lesson(lesson), say("counting-lesson-started")),
        Event::LessonDone(lesson) => Told::Of(Named::Lesson(lesson), say("counting-lesson-done")),
        Event::Gain(lesson, pair, gain) => {
            let pair = [("pair", Arg::Count(i64::from(pair) + 1))];
            Told::Of(Named::Lesson(lesson), context.say_with(gain_name(gain), &pair))
        }
        Event::CheckStarted => Told::Alone(of_check(context, say("counting-check-started"))),
        Event::CheckStartedIn(group) => {
            Told::Alone(of_check(context, by_language(context, "counting-check-started", group)))
        }
        Event::CheckDone => Told::Alone(of_check(context, say("counting-check-done"))),
        Event::CheckDoneIn(group) => Told::Alone(of_check(context, by_language(context, "counting-check-done", group))),
        Event::CheckPartial => Told::Alone(of_check(context, say("counting-check-partial"))),
        Event::CheckLevel(level, scope) => {
            // The counter has no other name than this one.
            let code = Text::plain(context.lang, level.code());
            let scope = say(check::scope_name(scope));
            let args = [("level", Arg::Text(&code)), ("scope", Arg::Text(&scope))];
            Told::Alone(of_check(context, context.say_with("counting-check-level", &args)))
        }
        Event::CheckArea(area, level) => {
            let area = SkillArea::ALL.get(usize::from(area)).map(|area| say(check::area_name(*area)));
            let (area, level) = (area.unwrap_or_default(), say(check::level_name(level)));
            let args = [("area", Arg::Text(&area)), ("level", Arg::Text(&level))];
            Told::Alone(of_check(context, context.say_with("counting-check-area", &args)))
        }
    }
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

fn group_name(group: Group) -> &'static str {
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
