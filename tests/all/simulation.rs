//! Seeded virtual residents: keys, junk, presses, sizes, languages, a clock that jumps, devices that answer late or twice
//! and a disk that fails, with every promise checked at every turn. `SIM_SEED=… SIM_TURNS=… cargo test simulation` replays or prolongs a run.

use std::panic::{AssertUnwindSafe, catch_unwind};

use inclusion_kiosk::app::keymap::{BAR, MOVES};
use inclusion_kiosk::app::{App, Effect, Msg, Reason, Screen};
use inclusion_kiosk::base::{Key, Millis, Size, Theme};
use inclusion_kiosk::page::{Block, Item, Page, Spot, Target};
use inclusion_kiosk::shell::Named;
use inclusion_kiosk::usage::event::{Age, Event, Reply};

use crate::books::{Books, Fate};
use crate::harness::{Kiosk, SMALL, WIDE, World};
use crate::lessons::play::{exercise_of, is_a};

/// One thing that happens.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Turn {
    Key(Key),
    /// A character is typed: on the screen of the search if it is not there yet.
    Type(char),
    /// One press on the way to a lesson and through it, or a deed in an exercise; at random which.
    Learn(u8),
    /// One press on the way to the field of the code, and then towards a code that is right.
    Spell,
    /// The same on the way to a rehearsal room or to the scam gym, and through it.
    Rehearse(u8),
    /// A press on the n-th target that is on the screen.
    Press(u8),
    /// A press on a page that is no longer there, or on nothing.
    Stray(u64, u16),
    Wheel(i8),
    Resize(Size),
    /// Milliseconds go by.
    Wait(u64),
    /// A clock that answers late: the time of so many milliseconds ago.
    Late(u64),
    /// A device says again what it said last.
    Again,
    /// Something happens to the counts.
    Books(Fate),
    Stop,
}

fn turn(random: &mut fastrand::Rng) -> Turn {
    match random.u8(0..114) {
        0..=44 => Turn::Key(known_key(random)),
        45..=54 => Turn::Type(typed(random)),
        55..=66 => Turn::Key(junk_key(random)),
        67..=78 => Turn::Press(random.u8(..)),
        79..=80 => Turn::Stray(random.u64(0..50), random.u16(0..100)),
        81..=83 => Turn::Wheel(random.i8(..)),
        84..=87 => Turn::Resize(size(random)),
        88..=96 => Turn::Wait(random.u64(0..20_000)),
        97 => Turn::Wait(random.u64(0..400_000)),
        98 => Turn::Wait(random.u64(0..1_000_000_000)),
        99 => Turn::Late(random.u64(0..400_000)),
        100 => Turn::Again,
        101..=102 => Turn::Books(Fate::any(random)),
        103 => Turn::Stop,
        104..=105 => Turn::Spell,
        _ => Turn::Learn(random.u8(..)),
    }
}

pub fn known_key(random: &mut fastrand::Rng) -> Key {
    let bar = BAR.iter().map(|bar| bar.key);
    let moves = MOVES.iter().flat_map(|(keys, _)| keys.iter().copied());
    let keys: Vec<Key> = bar.chain(moves).chain([Key::Enter, Key::Down, Key::Enter, Key::Left, Key::Right]).collect();
    keys[random.usize(..keys.len())]
}

/// What people type into the field: mostly a piece of a word, sometimes anything.
fn typed(random: &mut fastrand::Rng) -> char {
    const TEXT: &str = "itsme adresse kaart l'eau d'identité change verhuizen belasteging 1060 & §";
    match random.u8(0..8) {
        0 => random.char(..),
        _ => TEXT.chars().nth(random.usize(..TEXT.chars().count())).unwrap_or('a'),
    }
}

fn junk_key(random: &mut fastrand::Rng) -> Key {
    match random.u8(0..6) {
        0 => Key::Char(random.char(..)),
        1 => Key::Ctrl(random.char('a'..='z')),
        2 => Key::F(random.u8(0..30)),
        3 => Key::BackTab,
        4 => Key::Backspace,
        _ => Key::Char(random.char('0'..='9')),
    }
}

fn size(random: &mut fastrand::Rng) -> Size {
    match random.u8(0..6) {
        0 => WIDE,
        1 => SMALL,
        2 => Size { width: 200, height: 60 },
        _ => Size { width: random.u16(1..210), height: random.u16(1..70) },
    }
}

/// A kiosk in the simulation, and what must hold between its turns.
struct Run<'a> {
    kiosk: Kiosk<'a>,
    /// Whether somebody was there before this turn.
    visited: bool,
    books: Books,
    last: Option<Msg>,
}

impl<'a> Run<'a> {
    fn new(world: &'a World) -> Run<'a> {
        let names = Named { library: world.library.clone(), languages: world.texts.tags() };
        Run { kiosk: world.kiosk(WIDE), visited: false, books: Books::new(names), last: None }
    }

    fn take(&mut self, turn: Turn) {
        let before = self.kiosk.app.clone();
        let pressed = self.pressed_instead(turn);
        let kiosk = &mut self.kiosk;
        kiosk.effects.clear();
        let msg = match turn {
            Turn::Key(key) => {
                kiosk.now = kiosk.now + Millis(50);
                Some(Msg::Key(kiosk.now, key))
            }
            Turn::Type(sign) => {
                let is_ready = kiosk.app.screen().is_none_or(|screen| screen.is_for_typing() || screen.is_for_code());
                kiosk.now = kiosk.now + Millis(50);
                Some(Msg::Key(kiosk.now, if is_ready { Key::Char(sign) } else { Key::F(3) }))
            }
            Turn::Learn(n) => {
                let target = towards_learning(kiosk, n);
                target.map(|target| Msg::Pointer(kiosk.now, kiosk.app.rev(), target))
            }
            Turn::Spell => towards_code(kiosk),
            Turn::Rehearse(n) => {
                let target = towards_practice(kiosk, n);
                target.map(|target| Msg::Pointer(kiosk.now, kiosk.app.rev(), target))
            }
            Turn::Press(n) => {
                let hits = &kiosk.laid().hits;
                let target = (!hits.is_empty()).then(|| hits[usize::from(n) % hits.len()].target);
                target.map(|target| Msg::Pointer(kiosk.now, kiosk.app.rev(), target))
            }
            Turn::Stray(back, spot) => {
                Some(Msg::Pointer(kiosk.now, kiosk.app.rev().wrapping_sub(back), Target::Spot(Spot(spot))))
            }
            Turn::Wheel(by) => Some(Msg::Wheel(kiosk.now, by)),
            Turn::Resize(size) => Some(Msg::Resized(size)),
            Turn::Wait(millis) => {
                kiosk.now = kiosk.now + Millis(millis);
                Some(Msg::Tick(kiosk.now))
            }
            Turn::Late(millis) => Some(Msg::Tick(kiosk.now.since(Millis(millis)))),
            Turn::Again => self.last,
            Turn::Books(_) => None,
            Turn::Stop => Some(Msg::Stop(Reason::Signal)),
        };
        if let Some(msg) = msg {
            let effects = kiosk.send(msg);
            if turn == Turn::Stop {
                assert_eq!(effects, [Effect::Leave(Reason::Signal)]);
            }
            self.last = Some(msg);
        }
        self.count(turn);
        if let Some(pressed) = pressed {
            assert_eq!(self.kiosk.app.screen(), pressed, "a digit does what a press on that choice does");
        }
        self.check(&before, turn);
        self.visited = self.kiosk.app.screen().is_some();
    }

    /// Whoever leaves is counted, at most once; the counts meet their fate.
    fn count(&mut self, turn: Turn) {
        let mut ended = 0;
        for effect in &self.kiosk.effects {
            if let Effect::Count(events) = effect {
                assert!(
                    events.is_sorted_by(|one, next| one < next),
                    "each counter once, in no order of time: {events:?}"
                );
                let is_asked = events.iter().any(|event| matches!(event, Event::FirstTime(_)));
                assert!(!is_asked || events.contains(&Event::Engaged), "who opened nothing is not asked: {events:?}");
                self.books.take(events.clone());
                ended += 1;
            }
        }
        assert!(ended <= 1 && (ended == 0 || self.visited), "a visit is counted once, when it ends");
        if let Turn::Books(fate) = turn {
            self.books.meet(fate);
        }
    }

    /// Whether a visit has just ended in which somebody answered a question on the way out.
    fn has_answered(&self) -> bool {
        let tells = |event: &Event| match event {
            Event::FirstTime(reply) | Event::HomeNet(reply) => *reply != Reply::Skip,
            Event::Age(age) => *age != Age::Skip,
            _ => false,
        };
        let counts = |effect: &Effect| matches!(effect, Effect::Count(events) if events.iter().any(tells));
        self.kiosk.effects.iter().any(counts)
    }

    /// Where a press on the n-th choice in view leads, if this turn is the digit n.
    fn pressed_instead(&self, turn: Turn) -> Option<Option<Screen>> {
        let Turn::Key(Key::Char(digit @ '1'..='9')) = turn else { return None };
        let mut other = self.kiosk.clone();
        // Where one types, a digit is a digit.
        if other.is_typed_on() {
            return None;
        }
        // On a map a digit does nothing: whoever types a postcode would be led away.
        let target = other.laid().numbered(digit as u8 - b'0')?;
        if other.app.screen().is_none() || !other.app.size().is_usable() {
            return None;
        }
        other.now = other.now + Millis(50);
        let rev = other.app.rev();
        other.send(Msg::Pointer(other.now, rev, target));
        Some(other.app.screen())
    }

    /// The promises.
    fn check(&self, before: &App, turn: Turn) {
        let kiosk = &self.kiosk;
        let app = &kiosk.app;
        let laid = kiosk.laid();
        assert_eq!(laid.rev, app.rev(), "what is laid out is the page of the state");
        assert_eq!(laid.rows.len(), usize::from(app.size().height), "every row of the screen is told");
        assert!(app.rev() >= before.rev(), "revisions grow");
        let same = (app.screen(), app.lang(), app.theme(), app.size())
            == (before.screen(), before.lang(), before.theme(), before.size());
        assert!(same || app.rev() > before.rev(), "what can be seen to change has a new revision");
        if app.is_at_start() {
            let fresh = App::fresh(app.size());
            assert_eq!((app.screen(), app.lang(), app.depth()), (fresh.screen(), fresh.lang(), fresh.depth()));
            assert_eq!(app.theme(), Theme::Dark);
            assert_eq!(kiosk.deadline(), None, "nothing waits when nobody is there");
        } else {
            let due = kiosk.deadline().expect("a visit always has an end in sight");
            assert!(due > kiosk.now || turn_keeps_time(turn), "time that has run out was acted upon");
        }
        let ended = self.visited && app.screen().is_none();
        if ended && before.depth() > 1 {
            assert!(kiosk.effects.contains(&Effect::ForgetInput), "a visit that ends throws away what was typed ahead");
        }
        if kiosk.effects.contains(&Effect::Leave(Reason::Asked)) {
            assert!(matches!(turn, Turn::Key(Key::Ctrl('q')) | Turn::Again), "{turn:?} ends the kiosk");
        }
        assert!(app.depth() <= 64, "the way back has an end");
        if let Turn::Resize(size) = turn {
            assert_eq!(kiosk.screen().split('\n').count(), usize::from(size.height), "every size can be drawn");
        }
        if app.screen().is_some() && app.size().is_usable() {
            assert!(laid.focus.is_some(), "something can be chosen on every screen:\n{}", kiosk.screen());
            let (x, y) = laid.cursor;
            assert_eq!(laid.hit(x, y), laid.focus, "the cursor stands on the focus");
            assert!(laid.choices.len() <= 60, "a page carries at most some sixty choices");
        }
    }
}

/// Everything that can be chosen on a page.
fn items(page: &Page) -> impl Iterator<Item = &Item> {
    page.choices().into_iter().flat_map(|choices| &choices.items)
}

/// The choice that a message names.
fn named(kiosk: &Kiosk, page: &Page, id: &str) -> Option<Target> {
    let label = kiosk.world.texts.say(page.lang, id, &[]);
    items(page).find(|item| item.label == label).map(|item| Target::Spot(item.spot))
}

/// The n-th choice, counted round and round.
fn any(page: &Page, n: u8) -> Option<Target> {
    let number = items(page).count().max(1);
    items(page).nth(usize::from(n) % number).map(|item| Target::Spot(item.spot))
}

/// What somebody presses who wants to learn: towards the lessons, into one of them, and on through it.
fn towards_learning(kiosk: &Kiosk, n: u8) -> Option<Target> {
    let page = kiosk.page();
    let named = |id: &str| named(kiosk, &page, id);
    let any = || any(&page, n);
    match page.name {
        "lesson" => named("lesson-straight"),
        "card" => named("lesson-next"),
        // What follows a lesson leads to the next one.
        "learned" => named("learned-next").or(any()),
        "lessons" | "sure" | "asked" | "exercise" | "check" | "check-online" | "activity" | "code" | "code-letters"
        | "welcome-back" => any(),
        "home" => named("lessons-title").or(any()),
        _ => Some(Target::Key(Key::Home)),
    }
}

/// What somebody presses who rehearses: into a room or the gym, and on to its end.
fn towards_practice(kiosk: &Kiosk, n: u8) -> Option<Target> {
    let page = kiosk.page();
    let named = |id: &str| named(kiosk, &page, id);
    let any = || any(&page, n);
    match page.name {
        "home" => named("lessons-title"),
        "lessons" => named(if n.is_multiple_of(3) { "gym-title" } else { "rooms-title" }),
        "room" => named("room-begin"),
        "gym" => named("gym-begin").or(named("gym-go-on")).or(named("gym-other-ten")),
        "scene" => named("room-fill").or(any()),
        "mistake" => named("exercise-again").or(named("mistake-on")),
        "message" => named("gym-next").or(named("gym-finish")).or(any()),
        "rooms" | "rehearsed" | "gym-end" => any(),
        _ => Some(Target::Key(Key::Home)),
    }
}

/// Lessons 1, 2, 12 and 32 and a level: the words of a code by their places in the list.
pub const CODE: [usize; 5] = [390, 740, 151, 924, 566];

/// What somebody presses who has a code: towards the field, then its next letter, or Backspace where something else stands.
fn towards_code(kiosk: &Kiosk) -> Option<Msg> {
    let page = kiosk.page();
    let press = |target| Some(Msg::Pointer(kiosk.now, kiosk.app.rev(), target));
    let Some(typed) = page.blocks.iter().find_map(|block| match block {
        Block::Field(field) if kiosk.app.screen().is_some_and(Screen::is_for_code) => Some(field.typed.as_str()),
        _ => None,
    }) else {
        let next = named(kiosk, &page, "code-way-in").or(named(kiosk, &page, "lessons-title"));
        return press(next.unwrap_or(Target::Key(Key::Home)));
    };
    let known = kiosk.world.library.code_words();
    let list = known.list("fr".parse().ok()?)?;
    let code = CODE.map(|at| &*list[at]).join(" ");
    let key = match code.strip_prefix(typed).map(|rest| rest.chars().next()) {
        Some(Some(next)) => Key::Char(next),
        Some(None) => Key::Enter,
        None => Key::Backspace,
    };
    Some(Msg::Key(kiosk.now, key))
}

/// Whether a turn says nothing about the time: the deadline may then have passed unseen.
fn turn_keeps_time(turn: Turn) -> bool {
    matches!(turn, Turn::Resize(_) | Turn::Stop | Turn::Late(_) | Turn::Again | Turn::Books(_))
}

/// Runs a script; says why it failed, if it did.
fn failure(world: &World, script: &[Turn]) -> Option<String> {
    let run = AssertUnwindSafe(|| {
        let mut run = Run::new(world);
        for turn in script {
            run.take(*turn);
        }
    });
    let error = catch_unwind(run).err()?;
    let said = error.downcast_ref::<String>().cloned();
    Some(said.or_else(|| error.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default())
}

/// The shortest script found that still fails: chunks are left out for as long as it fails without them.
fn shortest(world: &World, mut script: Vec<Turn>) -> Vec<Turn> {
    let mut chunk = script.len().div_ceil(2);
    while chunk > 0 {
        let mut at = 0;
        while at < script.len() {
            let mut shorter = script.clone();
            shorter.drain(at..(at + chunk).min(script.len()));
            if failure(world, &shorter).is_some() {
                script = shorter;
            } else {
                at += chunk;
            }
        }
        chunk = if chunk == 1 { 0 } else { chunk.div_ceil(2) };
    }
    script
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

#[test]
fn no_resident_ever_breaks_a_promise() {
    let turns = setting("SIM_TURNS").unwrap_or(120_000);
    let seeds: Vec<u64> = setting("SIM_SEED").map_or((1..=8).collect(), |seed| vec![seed]);
    let (mut asked, mut answered) = (0, 0);
    for seed in &seeds {
        let mut random = fastrand::Rng::with_seed(*seed);
        // Content that was damaged, all content with its finders, or little enough to get everywhere.
        let mut world = match random.u8(..3) {
            0 => World::damaged(&mut random),
            1 => World::corpus(),
            _ => World::real(),
        };
        world.settings.locked = random.bool();
        let mut script = Vec::new();
        let mut run = Run::new(&world);
        for _ in 0..turns / seeds.len() as u64 {
            let turn = turn(&mut random);
            script.push(turn);
            if catch_unwind(AssertUnwindSafe(|| run.take(turn))).is_err() {
                let short = shortest(&world, script);
                let why = failure(&world, &short).unwrap_or_default();
                panic!("SIM_SEED={seed} fails: {why}\nshortest script ({} turns): {short:#?}", short.len());
            }
            asked += u32::from(matches!(run.kiosk.app.screen(), Some(Screen::Questions(_))));
            answered += u32::from(run.has_answered());
        }
        assert!(catch_unwind(AssertUnwindSafe(|| run.books.check())).is_ok(), "SIM_SEED={seed}: see above");
    }
    if seeds.len() > 1 && turns >= 120_000 {
        assert!(asked > 100 && answered > 10, "residents see the questions on the way out: {asked}, {answered}");
    }
}

#[test]
fn residents_who_learn_break_no_promise_in_any_kind_of_exercise() {
    let mut world = World::corpus();
    let mut reached = std::collections::BTreeSet::new();
    for mouse in [true, false] {
        world.mouse = mouse;
        let mut random = fastrand::Rng::with_seed(if mouse { 11 } else { 12 });
        let mut script = Vec::new();
        let mut run = Run::new(&world);
        for _ in 0..setting("SIM_TURNS").unwrap_or(15_000) {
            let turn = match random.u8(..4) {
                0 | 1 => Turn::Learn(random.u8(..)),
                _ => turn(&mut random),
            };
            script.push(turn);
            if catch_unwind(AssertUnwindSafe(|| run.take(turn))).is_err() {
                let short = shortest(&world, script);
                let why = failure(&world, &short).unwrap_or_default();
                panic!("it fails: {why}\nshortest script ({} turns): {short:#?}", short.len());
            }
            if let Some(exercise) = exercise_of(&run.kiosk).filter(|found| !is_a(found, "real-or-false")) {
                reached.insert(format!("{:?}", std::mem::discriminant(&exercise.kind)));
            }
        }
        assert!(catch_unwind(AssertUnwindSafe(|| run.books.check())).is_ok(), "see above");
    }
    assert_eq!(reached.len(), 10, "every kind of exercise of lessons is met");
}

#[test]
fn residents_who_rehearse_break_no_promise() {
    let world = World::corpus();
    let mut random = fastrand::Rng::with_seed(14);
    let (mut script, mut run) = (Vec::new(), Run::new(&world));
    let mut practised = std::collections::BTreeSet::new();
    for _ in 0..setting("SIM_TURNS").unwrap_or(8_000) {
        let turn = match random.u8(..12) {
            0 => turn(&mut random),
            1 => Turn::Key(junk_key(&mut random)),
            _ => Turn::Rehearse(random.u8(..)),
        };
        script.push(turn);
        if catch_unwind(AssertUnwindSafe(|| run.take(turn))).is_err() {
            let short = shortest(&world, script);
            let why = failure(&world, &short).unwrap_or_default();
            panic!("it fails: {why}\nshortest script ({} turns): {short:#?}", short.len());
        }
        practised.extend(match run.kiosk.app.screen() {
            Some(Screen::Scene(..)) if run.kiosk.is_typed_on() => Some("a scene with a field"),
            Some(Screen::Scene(..)) => Some("a scene"),
            Some(Screen::Mistake(..)) => Some("a mistake"),
            Some(Screen::Rehearsed(_)) => Some("a goal"),
            Some(Screen::GymEnd(_)) => Some("the end of a session"),
            _ => None,
        });
    }
    assert_eq!(practised.len(), 5, "{practised:?}");
}

#[test]
fn residents_who_type_a_code_break_no_promise() {
    let world = World::corpus();
    let mut random = fastrand::Rng::with_seed(13);
    let (mut script, mut run, mut welcomed) = (Vec::new(), Run::new(&world), 0);
    for _ in 0..setting("SIM_TURNS").unwrap_or(8_000) {
        let turn = if random.u8(..12) > 0 { Turn::Spell } else { turn(&mut random) };
        script.push(turn);
        let was_typing = run.kiosk.app.screen().is_some_and(Screen::is_for_code);
        if catch_unwind(AssertUnwindSafe(|| run.take(turn))).is_err() {
            let short = shortest(&world, script);
            let why = failure(&world, &short).unwrap_or_default();
            panic!("it fails: {why}\nshortest script ({} turns): {short:#?}", short.len());
        }
        welcomed += u32::from(was_typing && run.kiosk.app.screen() == Some(Screen::WelcomeBack));
    }
    assert!(welcomed > 20, "somebody types a code that is right: {welcomed}");
}

/// Bytes of memory that this process uses.
fn memory() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").expect("the system tells");
    pages.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).expect("a number") * 4096
}

#[test]
#[ignore = "long: `.ci/long` runs it, alone in its process"]
fn memory_is_flat_over_a_million_turns() {
    let world = World::real();
    let mut random = fastrand::Rng::with_seed(1);
    let mut run = Run::new(&world);
    let mut turns = |number: u32| {
        (0..number).for_each(|_| run.take(turn(&mut random)));
        memory()
    };
    let warm = turns(100_000);
    let end = turns(1_000_000);
    println!("{} KB after 100,000 turns, {} KB after 1,100,000", warm / 1024, end / 1024);
    assert!(end < warm + 1024 * 1024, "{warm} bytes grow to {end}");
}
