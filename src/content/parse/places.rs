//! Where people help: `communes.toml`, the files of `places/`, and what staff write of places.

use toml::de::DeValue;

use super::fact::{self, About};
use super::lists::{self, Declared};
use super::localized::{name, names, paragraphs};
use super::names::{Name, Names};
use super::notes::{Notes, Use, quoted};
use super::pack::Languages;
use super::service::OFFICIAL_LANGUAGES;
use super::table::{Doc, Str, Table, as_date};
use super::{Ctx, forms};
use crate::base::{CommuneId, Date, Exception, Lang, WeekHours};
use crate::content::Library;
use crate::content::finding::{Finding, Rule, in_order};
use crate::content::library::COMMUNES_MAX;
use crate::content::model::{Address, Commune, Contact, FactValue, Help, Localized, Offer, Place, PlaceKind, Status};

/// The kinds of places, by their names in TOML.
pub(super) const KINDS: [(&str, PlaceKind); 6] = [
    ("epn", PlaceKind::ComputerRoom),
    ("library", PlaceKind::Library),
    ("community-centre", PlaceKind::CommunityCentre),
    ("help-desk", PlaceKind::HelpDesk),
    ("employment", PlaceKind::Employment),
    ("other", PlaceKind::Other),
];
pub(super) const STATUSES: [(&str, Status); 3] =
    [("confirmed", Status::Confirmed), ("not-confirmed", Status::NotConfirmed), ("closed", Status::Closed)];
pub(super) const HELP: [(&str, Help); 4] = [
    ("confirmed", Help::Confirmed),
    ("likely", Help::Likely),
    ("not-stated", Help::NotStated),
    ("network", Help::Network),
];
pub(super) const OFFERS: [(&str, Offer); 11] = [
    ("computers", Offer::Computers),
    ("internet", Offer::Internet),
    ("wifi", Offer::Wifi),
    ("printing", Offer::Printing),
    ("scanning", Offer::Scanning),
    ("training", Offer::Training),
    ("workshops", Offer::Workshops),
    ("individual-help", Offer::IndividualHelp),
    ("eid-reader", Offer::EidReader),
    ("study-space", Offer::StudySpace),
    ("admin-documents", Offer::AdminDocuments),
];

/// The last column and row of the map: so many tiles fit on the smallest screen.
pub(super) const TILE_MAX: i64 = 4;
/// The longest names on a tile, in characters.
const LABEL_MAX: usize = 12;
const SHORT_MAX: usize = 3;

/// Reads all communes, each in its place; nothing in the place of one that has errors.
pub(super) fn communes(ctx: Ctx, doc: Option<&Doc>, declared: &[Declared]) -> Vec<Option<Commune>> {
    if let Some(map) = doc.and_then(|doc| doc.root(ctx.notes).table("map", "[map]")) {
        map.fits(&forms::MAP, &[]);
        map.need_text("source", "source = \"https://…\"");
        day(&map, "checked");
    }
    let communes: Vec<Option<Commune>> = declared.iter().map(|declared| commune(ctx, declared)).collect();
    for (at, declared) in declared.iter().enumerate() {
        note_one_sided(ctx, at, declared, &communes);
        note_same_tile(ctx, at, declared, &communes);
    }
    communes
}

fn commune(ctx: Ctx, declared: &Declared) -> Option<Commune> {
    let before = ctx.notes.errors();
    let table = &declared.table;
    table.fits(&forms::COMMUNE, &[]);
    let said = name(ctx, table, "name", Use::Value);
    let (label, short) = (tile_name(ctx, table, "label", LABEL_MAX), tile_name(ctx, table, "short", SHORT_MAX));
    let postcodes = table.need_texts("postcodes", "postcodes = [\"1000\"]");
    postcodes.iter().for_each(|postcode| fact::check_postcode(ctx, postcode));
    let tile = tile(table);
    table.need("neighbours", "neighbours = [\"ixelles\"]");
    let neighbours = table.texts("neighbours", "neighbours = [\"ixelles\"]");
    let neighbours =
        neighbours.iter().filter_map(|id| ctx.names.commune(id, ctx.notes)).map(CommuneId::handed_out).collect();
    let town_hall = table.need_table("town_hall", "[commune.town_hall]").and_then(|table| {
        table.fits(&forms::TOWN_HALL, &[]);
        let about = fact::about(&table, declared.id.map_or("town_hall", |id| id.text))?;
        let postcode = postcodes.first().map_or("", |postcode| postcode.text);
        Some(contact(ctx, &table, &about, (postcode, town(&said))))
    });
    let sound = ctx.notes.errors() == before;
    let id = declared.id.filter(|_| sound)?.text.into();
    let postcodes = postcodes.iter().map(|postcode| postcode.text.into()).collect();
    Some(Commune { id, name: said, label, short, postcodes, tile: tile?, neighbours, town_hall: town_hall? })
}

/// A name on the map, which has little room.
fn tile_name(ctx: Ctx, table: &Table, key: &str, most: usize) -> Localized<Box<str>> {
    let said = name(ctx, table, key, Use::Value);
    for (lang, long) in said.0.iter().filter(|(_, words)| words.chars().count() > most) {
        let what = format!("`{key}` has {} characters in {lang}: {}", long.chars().count(), quoted(long));
        let at = table.get(key).map_or(table.at, |value| value.span.start);
        table.note(at, Rule::LongTitle, what, format!("shorten it to {most}: a tile of the map has no more room"));
    }
    said
}

fn tile(table: &Table) -> Option<(u8, u8)> {
    const EXAMPLE: &str = "tile = [0, 2]";
    let value = table.need("tile", EXAMPLE)?;
    let numbers: Option<Vec<u8>> = match value.value {
        DeValue::Array(items) => items.iter().map(|item| coordinate(item.get_ref())).collect(),
        _ => None,
    };
    match numbers.as_deref() {
        Some([x, y]) => Some((*x, *y)),
        _ => {
            let mend = format!("write column and row, both from 0 to {TILE_MAX}: `{EXAMPLE}`");
            table.note(value.span.start, Rule::Shape, "`tile` is no place on the map", mend);
            None
        }
    }
}

fn coordinate(value: &DeValue) -> Option<u8> {
    let DeValue::Integer(number) = value else { return None };
    let number = i64::from_str_radix(number.as_str(), number.radix()).ok()?;
    u8::try_from(number).ok().filter(|number| i64::from(*number) <= TILE_MAX)
}

/// Whoever has a neighbour is one.
fn note_one_sided(ctx: Ctx, at: usize, declared: &Declared, communes: &[Option<Commune>]) {
    let sound = |at: usize| communes.get(at).and_then(Option::as_ref);
    let Some(here) = sound(at) else { return };
    for other in here.neighbours.iter().filter_map(|other| sound(other.index())) {
        if !other.neighbours.iter().any(|neighbour| neighbour.index() == at) {
            let place = declared.table.get("neighbours").map_or(declared.table.at, |value| value.span.start);
            let what = format!("{} does not name this commune among its neighbours", quoted(&other.id));
            let mend = "look at a map, then correct one of the two";
            ctx.notes.note(declared.table.file, place, Rule::BrokenLink, what, mend);
        }
    }
}

fn note_same_tile(ctx: Ctx, at: usize, declared: &Declared, communes: &[Option<Commune>]) {
    let Some(here) = communes.get(at).and_then(Option::as_ref) else { return };
    for other in communes.iter().take(at).flatten().filter(|other| other.tile == here.tile) {
        let place = declared.table.get("tile").map_or(declared.table.at, |value| value.span.start);
        let what = format!("{} stands on this tile already", quoted(&other.id));
        ctx.notes.note(declared.table.file, place, Rule::DuplicateId, what, "give one of the two another place");
    }
}

/// Finds the name of a commune.
type NameOf<'n> = dyn Fn(CommuneId) -> Option<Localized<Box<str>>> + 'n;

/// Reads a place of a folder.
pub(super) fn place(ctx: Ctx, declared: &Declared, communes: &[Option<Commune>]) -> Option<Place> {
    read(ctx, declared, &|id| communes.get(id.index())?.as_ref().map(|commune| commune.name.clone()))
}

fn read(ctx: Ctx, declared: &Declared, name_of: &NameOf<'_>) -> Option<Place> {
    let before = ctx.notes.errors();
    let table = &declared.table;
    table.fits(&forms::PLACE, &[]);
    let name = some_name(ctx, table, "name", table.need_table("name", "name = { fr = \"…\", nl = \"…\" }"));
    let kind = one_of(ctx, "kind", &KINDS, table.need_text("kind", "kind = \"library\""));
    let help = one_of(ctx, "help", &HELP, table.need_text("help", "help = \"not-stated\""));
    let status = one_of(ctx, "status", &STATUSES, table.need_text("status", "status = \"not-confirmed\""));
    let offers = table.texts("offers", "offers = [\"computers\"]");
    let offers = offers.into_iter().filter_map(|offer| one_of(ctx, "offers", &OFFERS, Some(offer))).collect();
    let commune = table.text("commune", "commune = \"ixelles\"").and_then(|id| ctx.names.commune(&id, ctx.notes));
    let commune = commune.map(CommuneId::handed_out);
    let postcode = table.text("postcode", "postcode = \"1000\"");
    postcode.iter().for_each(|postcode| fact::check_postcode(ctx, postcode));
    let postcode: Box<str> = postcode.map_or("", |postcode| postcode.text).into();
    let about = fact::about(table, declared.id.map_or("", |id| id.text));
    let town = commune.and_then(name_of).map(|name| town(&name)).unwrap_or_default();
    let contact = about.as_ref().map(|about| contact(ctx, table, about, (&postcode, town)));
    let exceptions = table.tables("exception").iter().filter_map(|table| exception(ctx, table)).collect();
    let languages = table.texts("languages", "languages = [\"fr\", \"nl\"]");
    let languages = languages.iter().filter_map(|tag| language(ctx, tag)).collect();
    let note = match table.table("note", "note = { fr = \"…\", nl = \"…\" }") {
        Some(note) => paragraphs(ctx, &note, &forms::SAID, "the note", None),
        None => Localized::default(),
    };
    let open_on_holidays = table.flag("open_on_holidays").unwrap_or(false);
    let sound = ctx.notes.errors() == before;
    let id = declared.id.filter(|_| sound)?.text.into();
    let About { sources, checked, .. } = about?;
    let (kind, help, status, contact) = (kind?, help?, status?, contact?);
    Some(Place {
        id,
        name,
        kind,
        commune,
        postcode,
        contact,
        exceptions,
        open_on_holidays,
        offers,
        help,
        languages,
        status,
        note,
        sources,
        checked,
    })
}

/// One of a list of values.
fn one_of<T: Copy>(ctx: Ctx, key: &str, known: &[(&str, T)], named: Option<Str>) -> Option<T> {
    let named = named?;
    let found = known.iter().find(|(name, _)| *name == named.text).map(|(_, value)| *value);
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let guess = ctx.notes.did_you_mean(named.text, names.iter().copied());
        let what = format!("{} is no value of `{key}`", quoted(named.text));
        let mend = format!("write one of {}{guess}", names.join(", "));
        ctx.notes.note(named.file, named.at, Rule::UnknownValue, what, mend);
    }
    found
}

/// A name in the languages that have one: at least one of them.
fn some_name(ctx: Ctx, table: &Table, key: &str, inner: Option<Table>) -> Localized<Box<str>> {
    let Some(inner) = inner else { return Localized::default() };
    let said = names(ctx, &inner, &forms::SAID, key, &[], Use::Value);
    if said.0.is_empty() {
        let what = format!("`{key}` is said in no language");
        table.note(inner.at, Rule::MissingLanguage, what, format!("write `{key} = {{ fr = \"…\" }}`"));
    }
    said
}

fn language(ctx: Ctx, tag: &Str) -> Option<Lang> {
    let read = tag.text.parse::<Lang>();
    read.map_err(|error| ctx.notes.note(tag.file, tag.at, Rule::BadId, quoted(tag.text), error.to_string())).ok()
}

/// The name of a town as it stands on a letter.
fn town(name: &Localized<Box<str>>) -> Localized<Box<str>> {
    Localized(name.0.iter().filter(|(lang, _)| OFFICIAL_LANGUAGES.contains(&lang.as_str())).cloned().collect())
}

/// Reads how to reach an office or a place.
fn contact(ctx: Ctx, table: &Table, about: &About, (postcode, town): (&str, Localized<Box<str>>)) -> Contact {
    let number = table.text("number", "number = \"1\"");
    number.iter().for_each(|number| ctx.notes.said(number.origin, number.text, Use::Value));
    let street = table.table("street", "street = { fr = \"…\", nl = \"…\" }");
    let address = street.map(|street| {
        let street = some_name(ctx, table, "street", Some(street));
        let number = number.map_or("", |number| number.text).into();
        about.fact("address", FactValue::Address(Address { street, number, postcode: postcode.into(), town }))
    });
    let fact = |key: &str| fact::value_of(ctx, table, key).map(|value| about.fact(key, value));
    Contact { address, phone: fact("phone"), web: fact("web"), hours: fact("hours") }
}

fn exception(ctx: Ctx, table: &Table) -> Option<Exception> {
    table.fits(&forms::EXCEPTION, &[]);
    table.need("from", "from = 2026-12-24");
    let from = day(table, "from")?;
    let to = if table.has("to") { day(table, "to")? } else { from };
    if to < from {
        let mend = "write the first day in `from`, the last one in `to`";
        table.note(table.at, Rule::Shape, "`to` is before `from`", mend);
    }
    let hours = match fact::value_of(ctx, table, "hours") {
        Some(FactValue::Hours(week)) => week,
        _ => WeekHours::default(),
    };
    Some(Exception { from, to, hours })
}

fn day(table: &Table, key: &str) -> Option<Date> {
    let value = table.get(key)?;
    let day = as_date(value.value);
    if day.is_none() {
        table.wrong(&value, key, &format!("{key} = 2026-12-24"));
    }
    day
}

/// Puts the places that staff wrote in a file of their own on top of a library, with everything that is wrong in it: a
/// place with errors is left out, the others stand. A name in one language is enough.
pub fn amend(library: &Library, path: &str, text: &str) -> (Library, Vec<Finding>) {
    let notes = Notes::default();
    let mut languages = Languages { required: Vec::new(), ..Languages::usual() };
    let mut names = Names::default();
    let communes = library.commune_ids().take(COMMUNES_MAX);
    for (id, commune) in communes.filter_map(|id| Some((id, library.commune(id)?))) {
        let said = commune.name.0.iter().map(|(lang, _)| *lang);
        let new: Vec<Lang> = said.filter(|lang| !languages.all.contains(lang)).collect();
        languages.all.extend(new);
        names.names.insert(commune.id.to_string(), Name::Commune(id.index() as u32));
    }
    let places: Vec<Place> = {
        let doc = Doc::read(path.to_owned(), text, &notes);
        let docs = std::iter::once(&doc);
        let declared = lists::declare(docs, (&forms::PLACES, "place"), Name::Place, &mut names, &notes);
        let ctx = Ctx { notes: &notes, languages: &languages, names: &names, prose: Use::Prose };
        let name_of = |id: CommuneId| library.commune(id).map(|commune| commune.name.clone());
        declared.iter().filter_map(|declared| read(ctx, declared, &name_of)).collect()
    };
    let amended = if places.is_empty() { library.clone() } else { library.amended(places) };
    (amended, in_order(notes.into_findings()))
}
