//! Help near you: the places where people help, by commune, by postcode and by need, the nearest ones first.

use std::sync::Arc;

use crate::app::Screen;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::telling::said_in_one;
use crate::base::{CommuneId, Exception, PlaceId, Text, Today};
use crate::content::model::{
    Commune, Contact, FactValue, Help, InList, ItemId, Need, Offer, PART, Place, PlaceKind, Status,
};
use crate::i18n::Arg;
use crate::page::{Block, Fact, Mood, Spot, Tile};

/// Around a commune, so many places are shown at least, if there are so many: what is next to it alone may be nothing.
const NEAR_MIN: usize = 3;
/// Who looks for one thing sees so many places, the nearest ones; those of one commune stay together.
const FOUND_MAX: usize = 12;
/// So many places of a commune stand on the page of another one.
const BESIDE_MAX: usize = 3;
/// So many places around a commune stand on one page, and so many that are there for the whole region.
const NEAR_MAX: usize = 36;
const EVERYWHERE_MAX: usize = 12;

/// Whether there is anything to find.
pub fn are_there(context: &Context) -> bool {
    !context.env.library.helpers().is_empty() && context.env.library.numbers().communes > 0
}

/// The way in, for other screens.
pub fn way_in(context: &Context) -> Option<Choice> {
    are_there(context).then(|| Choice::new(context.say("go-places"), Action::Open(Screen::Places)))
}

/// The ways to look for help.
pub fn draft(context: &Context) -> Draft {
    let mut draft = Draft::new("places", context.say("places-title"));
    let here = own_commune(context);
    let mut ways = Vec::new();
    if let Some((id, commune)) = &here {
        let name = context.localized(&commune.name);
        let label = context.say_with("places-here", &[("commune", Arg::Text(&name))]);
        ways.push(Choice::new(label, Action::Open(Screen::Near(*id, None))));
    }
    ways.push(Choice::new(context.say("places-map"), Action::Open(Screen::Map)));
    ways.push(Choice::new(context.say("places-list"), Action::Open(Screen::Communes(None))));
    draft.choices(Some(context.say("places-where")), ways);
    let need = |need: Need| {
        let screen = match &here {
            Some((id, _)) => Screen::Near(*id, Some(need)),
            None => Screen::Communes(Some(need)),
        };
        Choice::new(context.say(need_name(need)), Action::Open(screen))
    };
    let helpers = context.env.library.helpers();
    let is_met = |need: &Need| helpers.iter().any(|helper| need.is_met(&helper.offers));
    let needs = Need::ALL.into_iter().filter(is_met);
    draft.choices(Some(context.say("places-needs")), needs.map(need).collect());
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    draft
}

/// The commune where the kiosk stands.
fn own_commune(context: &Context) -> Option<(CommuneId, Arc<Commune>)> {
    let library = context.env.library;
    match library.find(&context.env.settings.site.commune)? {
        ItemId::Commune(id) => Some((id, library.commune(id)?)),
        _ => None,
    }
}

/// The communes. There are nineteen; a damaged pack may claim any number.
fn all<'c>(context: &'c Context) -> impl Iterator<Item = (CommuneId, Arc<Commune>)> + use<'c> {
    let library = context.env.library;
    library.commune_ids().take(PART).filter_map(|id| Some((id, library.commune(id)?)))
}

/// The communes by name, with their postcodes.
pub fn communes(context: &Context, need: Option<Need>) -> Draft {
    let mut draft = Draft::new("communes", context.say("communes-title"));
    if let Some(need) = need {
        draft.para(context.say(need_name(need)));
    }
    let helpers = context.env.library.helpers();
    let mut communes: Vec<(String, Choice)> = Vec::new();
    for (id, commune) in all(context) {
        let name = context.localized(&commune.name);
        let postcodes = Text::plain(context.lang, commune.postcodes.join(", "));
        let label = [("commune", Arg::Text(&name)), ("postcodes", Arg::Text(&postcodes))];
        let number = helpers.iter().filter(|helper| helper.commune == Some(id) && fits(helper, need)).count();
        let choice = Choice::new(context.say_with("commune-postcodes", &label), Action::Open(Screen::Near(id, need)));
        communes.push((name.to_plain_string(), choice.detail(count(context, number))));
    }
    communes.sort_by(|(one, _), (other, _)| one.cmp(other));
    draft.choices(Some(context.say("communes-which")), communes.into_iter().map(|(_, choice)| choice).collect());
    draft.choices(None, vec![Choice::new(context.say("go-back"), Action::Back)]);
    draft
}

/// The communes as tiles in their places.
pub fn map(context: &Context) -> Draft {
    let mut draft = Draft::new("map", context.say("map-title"));
    let helpers = context.env.library.helpers();
    let mut communes: Vec<(CommuneId, Arc<Commune>)> = all(context).collect();
    communes.sort_by_key(|(_, commune)| (commune.tile.1, commune.tile.0));
    let mut tiles = Vec::new();
    for (id, commune) in communes {
        let number = helpers.iter().filter(|helper| helper.commune == Some(id)).count();
        let spot = Spot(draft.actions.len() as u16);
        draft.actions.push(Action::Open(Screen::Near(id, None)));
        tiles.push(Tile {
            spot,
            at: commune.tile,
            name: context.localized(&commune.name),
            label: context.localized(&commune.label),
            short: context.localized(&commune.short),
            detail: count(context, number),
            count: context.env.texts.number(context.lang, number as i64),
        });
    }
    draft.blocks.push(Block::Map(tiles));
    // Without numbers, as the tiles: a typed postcode would choose.
    draft.plain(
        None,
        vec![
            Choice::new(context.say("places-list"), Action::Open(Screen::Communes(None))),
            Choice::new(context.say("go-back"), Action::Back),
        ],
    );
    draft
}

/// "Help: Evere".
pub fn near_title(context: &Context, commune: &Commune) -> Text {
    let name = context.localized(&commune.name);
    context.say_with("near-title", &[("commune", Arg::Text(&name))])
}

/// The places around a commune: those in it first, then those in the communes beside it, and so on.
pub fn near(context: &Context, id: CommuneId, need: Option<Need>) -> Option<Draft> {
    let library = context.env.library;
    let commune = library.commune(id)?;
    let mut draft = Draft::new("near", near_title(context, &commune));
    if let Some(need) = need {
        draft.para(context.say(need_name(need)));
    }
    let helpers = library.helpers();
    let everywhere = choices(context, &helpers, (None, need), EVERYWHERE_MAX);
    let around = around(context, &helpers, (id, need));
    let is_none_here = around.iter().all(|(distance, ..)| *distance > 0);
    let is_none = around.is_empty() && everywhere.is_empty();
    if is_none_here {
        draft.para(context.say(if is_none { "near-none" } else { "near-none-here" }));
    }
    let (here, others): (Vec<_>, Vec<_>) = around.into_iter().partition(|(distance, ..)| *distance == 0);
    for (distance, commune, choices) in here {
        draft.choices(heading(context, distance, commune), choices);
    }
    if need.is_none() {
        town_hall(context, &mut draft, &commune);
    }
    for (distance, commune, choices) in others {
        draft.choices(heading(context, distance, commune), choices);
    }
    draft.choices(Some(context.say("near-everywhere")), everywhere);
    let on = match is_none {
        true => Choice::new(context.say("go-person"), Action::Open(Screen::Person(None))),
        false => Choice::new(context.say("near-other"), Action::Open(Screen::Communes(need))),
    };
    draft.choices(None, vec![on, Choice::new(context.say("go-back"), Action::Back)]);
    Some(draft)
}

/// What there is in a commune and around it, the nearest communes first: how far each is, and its places. Of the others
/// stand the first places only: a large city would fill the page of its neighbours.
fn around(
    context: &Context,
    helpers: &[InList],
    (from, need): (CommuneId, Option<Need>),
) -> Vec<(usize, CommuneId, Vec<Choice>)> {
    let mut around = Vec::new();
    let mut found = 0;
    for (distance, commune) in by_distance(context, from) {
        let is_enough = match need {
            None => distance > 1 && found >= NEAR_MIN,
            Some(_) => distance > 0 && found >= FOUND_MAX,
        };
        let room = NEAR_MAX.saturating_sub(found);
        if is_enough || room == 0 {
            break;
        }
        let most = if distance == 0 { room } else { room.min(BESIDE_MAX) };
        let mut choices = choices(context, helpers, (Some(commune), need), most);
        found += choices.len();
        let all = helpers.iter().filter(|helper| helper.commune == Some(commune) && fits(helper, need)).count();
        if distance > 0 && all > choices.len() {
            choices.extend(more(context, commune, need));
        }
        if !choices.is_empty() {
            around.push((distance, commune, choices));
        }
    }
    around
}

/// To all places of a commune.
fn more(context: &Context, commune: CommuneId, need: Option<Need>) -> Option<Choice> {
    let name = context.localized(&context.env.library.commune(commune)?.name);
    let label = context.say_with("near-more", &[("commune", Arg::Text(&name))]);
    Some(Choice::new(label, Action::Open(Screen::Near(commune, need))))
}

/// Some places of a commune, or of the whole region: what is confirmed first, then where people surely help.
fn choices(
    context: &Context,
    helpers: &[InList],
    (commune, need): (Option<CommuneId>, Option<Need>),
    most: usize,
) -> Vec<Choice> {
    let mut here: Vec<&InList> =
        helpers.iter().filter(|helper| helper.commune == commune && fits(helper, need)).collect();
    here.sort_by_key(|helper| (helper.status != Status::Confirmed, helper.help != Help::Confirmed));
    here.into_iter().take(most).map(|helper| choice(context, helper)).collect()
}

/// "Here: Jette", "Close by: Ganshoren", "Further away: Uccle".
fn heading(context: &Context, distance: usize, commune: CommuneId) -> Option<Text> {
    let name = context.localized(&context.env.library.commune(commune)?.name);
    let message = match distance {
        0 => "near-in",
        1 => "near-close",
        _ => "near-further",
    };
    Some(context.say_with(message, &[("commune", Arg::Text(&name))]))
}

/// All communes that a walk from one to the next reaches, the nearest ones first, each with how many borders lie between.
fn by_distance(context: &Context, from: CommuneId) -> Vec<(usize, CommuneId)> {
    let mut found = vec![(0, from)];
    let mut next = 0;
    while let Some((distance, here)) = found.get(next).copied() {
        next += 1;
        let Some(commune) = context.env.library.commune(here) else { continue };
        for neighbour in commune.neighbours.iter().take(PART) {
            if found.len() < PART && !found.iter().any(|(_, known)| known == neighbour) {
                found.push((distance + 1, *neighbour));
            }
        }
    }
    found
}

fn fits(helper: &InList, need: Option<Need>) -> bool {
    need.is_none_or(|need| need.is_met(&helper.offers))
}

/// A place to choose: what kind of place it is, and whether it is open now or must be phoned first.
fn choice(context: &Context, helper: &InList) -> Choice {
    // Of the others nobody knows for sure when they are open.
    let place = (helper.status == Status::Confirmed).then(|| context.env.library.place(helper.id)).flatten();
    let door = place.as_ref().and_then(|place| door(context, place));
    let kind = context.say(kind_name(helper.kind));
    let state = match (door, helper.status) {
        (Some(door), _) => Some(door),
        (None, Status::NotConfirmed) => Some(context.say("place-phone-first")),
        (None, _) => None,
    };
    let detail = match state {
        Some(state) => {
            context.say_with("place-kind-and-state", &[("kind", Arg::Text(&kind)), ("state", Arg::Text(&state))])
        }
        None => kind,
    };
    Choice::new(said_in_one(context, &helper.name), Action::Open(Screen::Place(helper.id))).detail(detail)
}

/// Whether a place is open now, or when it opens: only where the hours and the clock are sure.
fn door(context: &Context, place: &Place) -> Option<Text> {
    let hours = place.contact.hours.as_ref()?;
    if hours.is_past(context.env.today) {
        return None;
    }
    Some(context.env.texts.door(context.lang, place.timetable()?, context.env.now?))
}

/// "3 places".
fn count(context: &Context, number: usize) -> Text {
    context.say_with("places-count", &[("count", Arg::Count(number as i64))])
}

/// The town hall of a commune.
fn town_hall(context: &Context, draft: &mut Draft, commune: &Commune) {
    let facts = contact(context, &commune.town_hall, None);
    if !facts.is_empty() {
        draft.heading(context.say("near-town-hall"));
        draft.blocks.push(Block::Facts(facts));
    }
}

/// A place: how to reach it, and what it offers.
pub fn one(context: &Context, id: PlaceId) -> Option<Draft> {
    let place = &*context.env.library.place(id)?;
    let mut draft = Draft::new("place", context.say(kind_name(place.kind)));
    draft.heading(said_in_one(context, &place.name));
    if place.status == Status::NotConfirmed {
        let words = Block::Para(context.say("place-not-confirmed-text"));
        let title = context.say("place-not-confirmed");
        draft.blocks.push(Block::Call { mood: Mood::Warning, title, blocks: vec![words] });
    }
    let mut facts = contact(context, &place.contact, door(context, place));
    let exceptions = exceptions(context, place);
    if !exceptions.is_empty() {
        facts.push(Fact { label: context.say("place-exceptions"), lines: exceptions, doubt: None });
    }
    let offers: Vec<Text> = place.offers.iter().map(|offer| context.say(offer_name(*offer))).collect();
    if !offers.is_empty() {
        facts.push(Fact { label: context.say("place-offers"), lines: offers, doubt: None });
    }
    if let Some(help) = help_name(place.help) {
        facts.push(Fact { label: context.say("place-help"), lines: vec![context.say(help)], doubt: None });
    }
    let texts = context.env.texts;
    let languages = place.languages.iter().filter_map(|lang| Some((*lang, texts.language(*lang)?)));
    let languages: Vec<Text> = languages.map(|(lang, language)| Text::plain(lang, language.name.as_str())).collect();
    if !languages.is_empty() {
        facts.push(Fact { label: context.say("place-languages"), lines: languages, doubt: None });
    }
    draft.blocks.push(Block::Facts(facts));
    if !place.note.0.is_empty() {
        let note = context.own_paragraph(&mut draft, &place.note);
        draft.para(note);
    }
    let mut ways = vec![Choice::new(context.say("go-back"), Action::Back)];
    ways.push(Choice::new(context.say("place-others"), Action::Open(Screen::Places)));
    draft.choices(None, ways);
    Some(draft)
}

/// The days to come on which other hours hold.
fn exceptions(context: &Context, place: &Place) -> Vec<Text> {
    let is_over = |exception: &Exception| matches!(context.env.today, Today::Sure(today) if exception.to < today);
    let mut lines = Vec::new();
    for exception in place.exceptions.iter().filter(|exception| !is_over(exception)).take(PART) {
        let message = match (exception.hours.is_empty(), exception.from == exception.to) {
            (true, true) => "place-closed-on",
            (true, false) => "place-closed-from-to",
            (false, true) => "place-other-on",
            (false, false) => "place-other-from-to",
        };
        let texts = context.env.texts;
        let (from, to) = (texts.date(context.lang, exception.from), texts.date(context.lang, exception.to));
        lines.push(context.say_with(message, &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))]));
        lines.extend(texts.hours(context.lang, &exception.hours));
    }
    lines
}

/// How to reach an office or a place; above its hours stands whether it is open now.
fn contact(context: &Context, contact: &Contact, mut door: Option<Text>) -> Vec<Fact> {
    let labels = [
        ("slip-address", &contact.address),
        ("slip-phone", &contact.phone),
        ("slip-hours", &contact.hours),
        ("place-web", &contact.web),
    ];
    let mut facts = Vec::new();
    for (label, fact) in labels.into_iter().filter_map(|(label, fact)| Some((label, fact.as_ref()?))) {
        let mut lines = context.contact_lines(contact, fact);
        if matches!(fact.value, FactValue::Hours(_)) {
            lines.splice(0..0, door.take());
        }
        facts.push(Fact { label: context.say(label), lines, doubt: None });
    }
    if let Some(first) = facts.first_mut() {
        first.doubt = context.doubt(&contact.facts().collect::<Vec<_>>());
    }
    facts
}

fn need_name(need: Need) -> &'static str {
    match need {
        Need::Computer => "need-computer",
        Need::Printer => "need-printer",
        Need::Training => "need-training",
        Need::OneToOneHelp => "need-one-to-one",
        Need::CardReader => "need-card-reader",
    }
}

fn kind_name(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::ComputerRoom => "kind-computer-room",
        PlaceKind::Library => "kind-library",
        PlaceKind::CommunityCentre => "kind-community-centre",
        PlaceKind::HelpDesk => "kind-help-desk",
        PlaceKind::Employment => "kind-employment",
        PlaceKind::Other => "kind-other",
    }
}

fn offer_name(offer: Offer) -> &'static str {
    match offer {
        Offer::Computers => "offer-computers",
        Offer::Internet => "offer-internet",
        Offer::Wifi => "offer-wifi",
        Offer::Printing => "offer-printing",
        Offer::Scanning => "offer-scanning",
        Offer::Training => "offer-training",
        Offer::Workshops => "offer-workshops",
        Offer::IndividualHelp => "offer-individual-help",
        Offer::EidReader => "offer-eid-reader",
        Offer::StudySpace => "offer-study-space",
        Offer::AdminDocuments => "offer-admin-documents",
    }
}

/// What is said of help with computers: nothing where it is sure, since then the offers say it.
fn help_name(help: Help) -> Option<&'static str> {
    match help {
        Help::Confirmed => None,
        Help::Likely => Some("digital-help-likely"),
        Help::NotStated => Some("digital-help-not-stated"),
        Help::Network => Some("digital-help-network"),
    }
}
