//! What was counted, for staff: an overview of the newest month, each measure, and the course of each of its parts. No resident
//! comes here.

use super::counting::group_name;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::figures::{CountedAt, Figure, Figures, Head, Measure, Part, PartName};
use crate::app::{FiguresAt, Screen};
use crate::base::{Date, Role, Text};
use crate::i18n::Arg;
use crate::page::{Bar, Block, Course, Mood, Notice, WHOLE};

/// The screen of a place among the figures; none where nothing stands there.
pub fn draft(context: &Context, at: FiguresAt) -> Option<Draft> {
    let figures = context.env.figures?;
    match at {
        FiguresAt::Overview => Some(overview(context, figures)),
        FiguresAt::Measure { measure, back } => of_month(context, figures, measure, back),
        FiguresAt::Part { measure, part } => by_months(context, figures, measure, part),
    }
}

/// That the visits were made up, on every screen.
pub fn notice(context: &Context) -> Option<Notice> {
    let is_simulated = context.env.figures.is_some_and(|figures| figures.is_simulated);
    is_simulated.then(|| Notice { mood: Mood::Warning, words: context.say("figures-made-up") })
}

/// What a screen is called on the way to others.
pub fn place_name(context: &Context, at: FiguresAt) -> Option<Text> {
    match at {
        FiguresAt::Overview => Some(context.say("figures-title")),
        FiguresAt::Measure { measure, .. } => {
            let measure = context.env.figures?.measures.get(usize::from(measure))?;
            Some(context.say(measure.name))
        }
        FiguresAt::Part { .. } => None,
    }
}

fn overview(context: &Context, figures: &Figures) -> Draft {
    let mut draft = Draft::new("figures", context.say("figures-title"));
    let Some(newest) = figures.months.last() else {
        draft.para(context.say("figures-none"));
        return draft;
    };
    let (place, month) = (place(context, figures), month(context, *newest));
    draft.para(context.say_with("figures-intro", &[("place", Arg::Text(&place))]));
    if let Some(counts) = fewer_heard(figures, figures.months.len().saturating_sub(1)) {
        draft.para(context.say_with("figures-heard", &counts));
    }
    let choice = |(at, measure): (u8, &Measure)| {
        let (name, said) = (context.say(measure.name), said_of(context, measure));
        let label = context.say_with("figures-choice", &[("name", Arg::Text(&name)), ("value", Arg::Text(&said))]);
        Choice::new(label, Action::Open(Screen::Figures(measure.front(at))))
    };
    let choices = (0..=u8::MAX).zip(&figures.measures).map(choice).collect();
    draft.choices(Some(context.say_with("figures-choose", &[("month", Arg::Text(&month))])), choices);
    if let Some(measure) = figures.measures.first()
        && let Some(course) = measure.parts.first().and_then(|part| course(context, figures, part))
    {
        draft.heading(context.say_with("figures-course", &[("name", Arg::Text(&context.say(measure.name)))]));
        draft.blocks.push(course);
    }
    draft
}

/// All parts of a measure in one month.
fn of_month(context: &Context, figures: &Figures, at: u8, back: u8) -> Option<Draft> {
    let measure = figures.measures.get(usize::from(at))?;
    let index = figures.months.len().checked_sub(usize::from(back) + 1)?;
    let said_month = month(context, *figures.months.get(index)?);
    let mut draft = Draft::new("figures-month", context.say(measure.name));
    draft.para(context.say(measure.about));
    draft.heading(said_month);
    if let Some(counts) = fewer_heard(figures, index) {
        draft.para(context.say_with("figures-heard", &counts));
    }
    let values: Vec<Option<Figure>> = measure.parts.iter().map(|part| part.values.get(index).copied()?).collect();
    let named = measure.parts.iter().map(|part| part_name(context, part.name));
    draft.blocks.push(Block::Bars(bars(context, named, &values)));
    let other = |id, back: u8| {
        let index = figures.months.len().checked_sub(usize::from(back) + 1)?;
        let month = month(context, *figures.months.get(index)?);
        let label = context.say_with(id, &[("month", Arg::Text(&month))]);
        Some(Choice::new(label, Action::Replace(Screen::Figures(FiguresAt::Measure { measure: at, back }))))
    };
    let earlier = back.checked_add(1).and_then(|back| other("figures-earlier", back));
    let later = back.checked_sub(1).and_then(|back| other("figures-later", back));
    draft.choices(None, earlier.into_iter().chain(later).collect());
    let part = |(part, named): (u8, &Part)| {
        let to = FiguresAt::Part { measure: at, part };
        Choice::new(part_name(context, named.name), Action::Open(Screen::Figures(to)))
    };
    let parts = (0..=u8::MAX).zip(&measure.parts).map(part).collect();
    draft.choices(Some(context.say("figures-all-months")), parts);
    Some(draft)
}

/// A part of a measure in all months, the newest first.
fn by_months(context: &Context, figures: &Figures, measure: u8, part: u8) -> Option<Draft> {
    let measure = figures.measures.get(usize::from(measure))?;
    let part = measure.parts.get(usize::from(part))?;
    let mut draft = Draft::new("figures-months", context.say(measure.name));
    if measure.parts.len() > 1 {
        draft.heading(part_name(context, part.name));
    }
    draft.blocks.extend(course(context, figures, part));
    draft.para(context.say(measure.about));
    if (0..figures.months.len()).any(|index| figures.fewer_heard(index).is_some()) {
        draft.para(context.say("figures-heard-about"));
    }
    let label = |(index, day): (usize, &Date)| {
        let month = month(context, *day);
        let Some([heard, most]) = fewer_heard(figures, index) else { return month };
        context.say_with("figures-month-heard", &[("month", Arg::Text(&month)), heard, most])
    };
    let months = figures.months.iter().enumerate().rev().map(label);
    let values: Vec<Option<Figure>> = part.values.iter().rev().copied().collect();
    draft.blocks.push(Block::Bars(bars(context, months, &values)));
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    Some(draft)
}

/// How many kiosks were heard of a month, and of how many, for a sentence; none where all were.
fn fewer_heard(figures: &Figures, index: usize) -> Option<[(&'static str, Arg<'static>); 2]> {
    let (heard, most) = figures.fewer_heard(index)?;
    let count = |number| Arg::Count(i64::try_from(number).unwrap_or(i64::MAX));
    Some([("heard", count(heard)), ("number", count(most))])
}

fn bars(context: &Context, labels: impl Iterator<Item = Text>, values: &[Option<Figure>]) -> Vec<Bar> {
    let most = values.iter().flatten().map(|figure| figure.reach()).max().unwrap_or(0);
    let bar = |(label, value): (Text, &Option<Figure>)| Bar {
        label,
        value: said(context, *value),
        share: value.map(|figure| share(figure, most)),
    };
    labels.zip(values).map(bar).collect()
}

/// How a part went over the months; nothing where there is no course yet.
fn course(context: &Context, figures: &Figures, part: &Part) -> Option<Block> {
    let (from, to) = match figures.months.as_slice() {
        [from, .., to] => (month(context, *from), month(context, *to)),
        _ => return None,
    };
    let highest = part.values.iter().flatten().copied().max()?;
    let lowest = part.values.iter().flatten().copied().min()?;
    let points = part.values.iter().map(|value| value.map(|figure| share(figure, highest.reach()))).collect();
    let (low, high) = (said(context, Some(lowest)), said(context, Some(highest)));
    let args =
        [("from", Arg::Text(&from)), ("to", Arg::Text(&to)), ("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
    let id = if lowest == highest { "figures-course-even" } else { "figures-course-words" };
    let words = context.say_with(id, &args);
    Some(Block::Course(Course { points, top: scale(context, highest), from, to, words }))
}

/// The highest number beside a course. Fewer than ten have no number.
fn scale(context: &Context, highest: Figure) -> Text {
    match highest.reach() {
        0 => context.say("figures-scale-low"),
        number => context.env.texts.number(context.lang, i64::try_from(number).unwrap_or(i64::MAX)),
    }
}

fn share(figure: Figure, most: u64) -> u16 {
    let whole = u64::from(WHOLE);
    let share = figure.reach().checked_mul(whole).and_then(|reach| reach.checked_div(most)).unwrap_or(0);
    u16::try_from(share.min(whole)).unwrap_or(WHOLE)
}

/// What is said of a measure in the newest month, on one line.
fn said_of(context: &Context, measure: &Measure) -> Text {
    let newest = |part: &Part| part.values.last().copied().flatten();
    match measure.head {
        Head::First => {
            let first = measure.parts.first().and_then(newest);
            match (first, measure.parts.as_slice()) {
                (Some(_), [part, _, ..]) => {
                    let (value, part) = (said(context, first), part_name(context, part.name));
                    context.say_with("figures-first", &[("value", Arg::Text(&value)), ("part", Arg::Text(&part))])
                }
                _ => said(context, first),
            }
        }
        Head::Most => {
            let most = measure.parts.iter().filter_map(newest).max();
            let Some(figure) = most.filter(|figure| figure.reach() > 0) else { return said(context, most) };
            let mut highest = measure.parts.iter().filter(|part| newest(part) == Some(figure));
            match (highest.next(), highest.next()) {
                (Some(part), None) => {
                    let name = part_name(context, part.name);
                    context.say_with("figures-most", &[("name", Arg::Text(&name))])
                }
                _ => context.say("figures-several"),
            }
        }
    }
}

/// A number in words.
fn said(context: &Context, figure: Option<Figure>) -> Text {
    let number = |number: u64| context.env.texts.number(context.lang, i64::try_from(number).unwrap_or(i64::MAX));
    match figure {
        None => context.say("figures-unknown"),
        Some(Figure::Visits(rounded)) => rounded.about().map_or_else(|| context.say("figures-fewer"), number),
        Some(Figure::Hours(hours)) => context.say_with("figures-hours", &[("hours", Arg::Text(&number(hours)))]),
    }
}

fn month(context: &Context, day: Date) -> Text {
    context.env.texts.month(context.lang, day)
}

fn place(context: &Context, figures: &Figures) -> Text {
    match &figures.counted_at {
        CountedAt::ThisKiosk => context.say("figures-this-kiosk"),
        CountedAt::Site(code) => {
            let code = Text::plain(context.lang, code.as_str());
            context.say_with("figures-site", &[("code", Arg::Text(&code))])
        }
        CountedAt::Kiosks(number) => {
            let number = Arg::Count(i64::try_from(*number).unwrap_or(i64::MAX));
            context.say_with("figures-kiosks", &[("number", number)])
        }
    }
}

fn part_name(context: &Context, name: PartName) -> Text {
    match name {
        PartName::Message(id) => context.say(id),
        PartName::Group(group) => context.say(group_name(group)),
        PartName::Language(lang) => match context.env.texts.language(lang) {
            Some(language) => Text::with_role(lang, Role::Plain, language.name.as_str()),
            None => Text::plain(lang, lang.as_str()),
        },
    }
}
