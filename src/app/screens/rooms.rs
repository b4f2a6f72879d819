//! Rehearsal rooms: scenes with devices, mistakes that are explained, and the end.

use std::cmp::Ordering;
use std::sync::Arc;

use super::service;
use crate::app::draft::{Action, Choice, Context, Draft};
use crate::app::rehearsal::{Act, SceneAt};
use crate::app::state::Visit;
use crate::app::{Env, Screen};
use crate::base::{Role, RoomId, ServiceId, Text, TopicId, Typed};
use crate::content::model::{Button, Device, DeviceKind, Leads, PracticeField, Room, Scene};
use crate::i18n::Arg;
use crate::page::{Block, Fact, Mood, Pick, Progress, Spot};

/// The way to the rooms from other screens, where there are some.
pub fn way_in(context: &Context) -> Option<Choice> {
    let is_there = context.env.library.numbers().rooms > 0;
    let way =
        || Choice::new(context.say("rooms-title"), Action::Open(Screen::Rooms)).detail(context.say("rooms-detail"));
    is_there.then(way)
}

/// The rooms that belong to a topic.
pub fn of_topic(context: &Context, topic: TopicId) -> Vec<Choice> {
    choices(context, |room| room.topics.contains(&topic))
}

/// The rooms in which one can try what a guide tells.
pub fn of_service(context: &Context, service: ServiceId) -> Vec<Choice> {
    choices(context, |room| room.related.contains(&service))
}

fn choices(context: &Context, is_wanted: impl Fn(&Room) -> bool) -> Vec<Choice> {
    let rooms = context.env.library.rooms().filter(|(_, room)| is_wanted(room));
    let choice = |(id, room): (RoomId, Arc<Room>)| {
        let is_done = context.visit.rehearsal.is_done(id);
        let detail = match is_done {
            true => context.say("room-seen"),
            false => context.say_with("lesson-minutes", &[("minutes", Arg::Count(room.minutes.into()))]),
        };
        let open = Action::Open(Screen::Room(id));
        Choice::new(context.localized(&room.title), open).detail(detail).marked(is_done)
    };
    rooms.map(choice).collect()
}

/// All rooms.
pub fn list(context: &Context) -> Draft {
    let mut draft = Draft::new("rooms", context.say("rooms-title"));
    draft.para(context.say("rooms-intro"));
    draft.choices(Some(context.say("rooms-choose")), choices(context, |_| true));
    let back = Choice::new(context.say("lesson-others"), Action::Open(Screen::Lessons));
    draft.choices(None, vec![back, Choice::new(context.say("go-home"), Action::Home)]);
    draft
}

/// What a room is about, and the way in.
pub fn front(context: &Context, id: RoomId) -> Option<Draft> {
    let room = &*context.env.library.room(id)?;
    let mut draft = Draft::new("room", context.localized(&room.title)).progress(nothing_real(context));
    let [purpose, goal] = [&room.purpose, &room.goal].map(|said| context.own_paragraph(&mut draft, said));
    draft.para(purpose);
    draft.call(Mood::Tip, context.say("room-goal"), vec![Block::Para(goal)]);
    draft.para(context.say("room-practice"));
    let seen = context.visit.rehearsal.last(id).map(|scene| Action::Open(Screen::Scene(id, scene)));
    draft.choices(None, seen.map(|open| Choice::new(context.say("lesson-go-on"), open)).into_iter().collect());
    let begin = Choice::new(context.say("room-begin"), Action::BeginRoom(id));
    draft.choices(None, vec![begin, Choice::new(context.say("room-others"), Action::Open(Screen::Rooms))]);
    draft.choices(Some(context.say("service-related")), service::related(context, &room.related));
    Some(draft)
}

/// What stands at the top of every page of a room: that nothing is real.
fn nothing_real(context: &Context) -> Progress {
    Progress { at: 1, of: 1, words: context.say("room-nothing-real") }
}

/// A scene: what happens, and the devices.
pub fn scene(context: &Context, id: RoomId, at: u16) -> Option<Draft> {
    let room = &*context.env.library.room(id)?;
    let scene = room.scenes.get(usize::from(at))?;
    let mut draft = Draft::new("scene", context.localized(&room.title)).progress(nothing_real(context));
    let tells = context.own_paragraph(&mut draft, &scene.tells);
    if !tells.is_blank() {
        draft.para(tells);
    }
    let tried = context.visit.rehearsal.tried(SceneAt { room: id, scene: at });
    let here = Here {
        context,
        room: id,
        scene: at,
        filled: usize::from(tried.map_or(0, |tried| tried.filled)),
        fields: scene.fields().count(),
        open: scene.fields().nth(tried.map_or(0, |tried| usize::from(tried.filled))),
        typed: tried.map(|tried| tried.typed.clone()).unwrap_or_default(),
        is_off: tried.is_some_and(|tried| tried.is_off),
    };
    // It has the number of the field on every page where one types, so it is made first, wherever it stands.
    let mut field = here.open.map(|field| here.open_field(&mut draft, field));
    let (mut fields, mut buttons) = (0, 0);
    for device in &scene.devices {
        let block = here.device(&mut draft, device, (fields, buttons), &mut field);
        draft.blocks.push(block);
        fields += device.fields.len();
        buttons += device.buttons.len() as u16;
    }
    if here.filled < here.fields {
        let fill = Choice::new(context.say("room-fill"), Action::Rehearse(Act::Fill));
        draft.plain(None, vec![fill]);
    }
    Some(draft)
}

/// A scene and how far it is.
struct Here<'a> {
    context: &'a Context<'a>,
    room: RoomId,
    scene: u16,
    /// How many of its fields are filled.
    filled: usize,
    fields: usize,
    /// The field that is being filled, and what stands in it.
    open: Option<&'a PracticeField>,
    typed: Typed,
    is_off: bool,
}

impl Here<'_> {
    /// A device: what stands on it, its fields from the number `fields` on and its buttons from the number `buttons` on.
    fn device(
        &self,
        draft: &mut Draft,
        device: &Device,
        (fields, buttons): (usize, u16),
        open: &mut Option<Block>,
    ) -> Block {
        let context = self.context;
        let address = context.localized(&device.address).in_role(Role::Strong);
        let lines = device.lines.iter().map(|line| context.localized(line));
        let written = std::iter::once(address).filter(|address| !address.is_blank()).chain(lines);
        let mut blocks: Vec<Block> = written.map(Block::Para).collect();
        for (number, field) in (fields..).zip(&device.fields) {
            match number.cmp(&self.filled) {
                Ordering::Less => blocks.push(Block::Facts(vec![self.filled_field(field)])),
                Ordering::Equal => blocks.extend(open.take()),
                Ordering::Greater => blocks.push(Block::Para(self.label(field))),
            }
        }
        let choices = (buttons..).zip(&device.buttons).map(|(number, button)| self.button(number, button));
        // Digits are typed as long as a field is open.
        let pick = if self.filled < self.fields { Pick::Plain } else { Pick::Go };
        blocks.extend(draft.choices_block(pick, None, choices.collect()));
        Block::Device { title: self.title(device), blocks }
    }

    fn title(&self, device: &Device) -> Text {
        let kind = match device.kind {
            DeviceKind::Screen => "device-screen",
            DeviceKind::Phone => "device-phone",
            DeviceKind::Reader => "device-reader",
            DeviceKind::Voice => "device-voice",
        };
        let title = self.context.localized(&device.title);
        self.context.say_with(kind, &[("title", Arg::Text(&title))])
    }

    fn label(&self, field: &PracticeField) -> Text {
        let label = self.context.localized(&field.label);
        self.context.say_with("exercise-field", &[("field", Arg::Text(&label))])
    }

    fn practice(&self, field: &PracticeField) -> Text {
        let practice = field.practice.along(self.context.env.texts.chain(self.context.lang));
        practice.map(|(lang, words)| Text::with_role(lang, Role::Strong, words.clone())).unwrap_or_default()
    }

    fn filled_field(&self, field: &PracticeField) -> Fact {
        Fact { label: self.label(field), lines: vec![self.practice(field)], doubt: None }
    }

    /// The field that is being filled, and what to type into it.
    fn open_field(&self, draft: &mut Draft, field: &PracticeField) -> Block {
        let practice = self.practice(field);
        let words = practice.to_plain_string();
        // In another language there is other practice data: what was typed of the first one goes with the next key.
        let typed = if words.starts_with(self.typed.as_str()) { &self.typed } else { &Typed::default() };
        let how = match () {
            () if typed.as_str() == words => "room-enter",
            () if self.is_off => "room-type-only",
            () => "room-type",
        };
        let how = self.context.say_with(how, &[("text", Arg::Text(&practice))]);
        draft.field_block(self.label(field), typed, Some(how))
    }

    /// Whether a button leads on: nothing is left to type. Whoever presses one needs no Enter after the last field.
    fn is_ready(&self) -> bool {
        let is_last = self.filled + 1 == self.fields;
        self.open.is_none_or(|field| is_last && self.practice(field).to_plain_string() == self.typed.as_str())
    }

    fn button(&self, number: u16, button: &Button) -> Choice {
        let action = match button.leads {
            _ if button.is_mistake() => Action::Open(Screen::Mistake(self.room, self.scene, number)),
            _ if !self.is_ready() => Action::Rehearse(Act::TooEarly),
            leads => Action::Open(screen_of(self.room, leads)),
        };
        Choice::new(self.context.localized(&button.text), action)
    }
}

/// Where a button leads.
fn screen_of(room: RoomId, leads: Leads) -> Screen {
    match leads {
        Leads::To(scene) => Screen::Scene(room, scene),
        Leads::Goal => Screen::Rehearsed(room),
    }
}

/// What a mistake would have done, without blame, and the way back.
pub fn mistake(context: &Context, id: RoomId, at: u16, number: u16) -> Option<Draft> {
    let room = &*context.env.library.room(id)?;
    let button = room.scenes.get(usize::from(at))?.buttons().nth(usize::from(number))?;
    let mut draft = Draft::new("mistake", context.say("mistake-title")).progress(nothing_real(context));
    let chosen = context.localized(&button.text);
    draft.para(context.say_with("mistake-chosen", &[("button", Arg::Text(&chosen))]));
    let why = context.own_paragraph(&mut draft, &button.mistake);
    draft.call(Mood::Tip, context.say("mistake-why"), vec![Block::Para(why)]);
    let label = if button.leads == Leads::To(at) { "exercise-again" } else { "mistake-on" };
    let back = Choice::new(context.say(label), Action::Replace(screen_of(id, button.leads)));
    draft.choices(None, vec![back, Choice::new(context.say("room-leave"), Action::Open(Screen::Room(id)))]);
    Some(draft)
}

/// The goal is reached: what to keep of it.
pub fn end(context: &Context, id: RoomId) -> Option<Draft> {
    let room = &*context.env.library.room(id)?;
    let mut draft = Draft::new("rehearsed", context.say("rehearsed-title")).progress(nothing_real(context));
    draft.para(context.say("rehearsed-text"));
    let items = room.learned.iter().map(|said| context.own_paragraph(&mut draft, said)).collect();
    draft.blocks.push(Block::List { ordered: false, items });
    let mut choices = Vec::new();
    let is_open = |other: RoomId| other != id && !context.visit.rehearsal.is_done(other);
    let next = context.env.library.rooms().find(|(other, _)| is_open(*other));
    choices.extend(next.map(|(next, room)| {
        let open = Action::Open(Screen::Room(next));
        Choice::new(context.say("room-next"), open).detail(context.localized(&room.title))
    }));
    choices.push(Choice::new(context.say("room-again"), Action::BeginRoom(id)));
    choices.push(Choice::new(context.say("room-others"), Action::Open(Screen::Rooms)));
    choices.push(Choice::new(context.say("go-home"), Action::Home));
    draft.choices(Some(context.say("done-next")), choices);
    draft.choices(Some(context.say("service-related")), service::related(context, &room.related));
    Some(draft)
}

/// The scene on the screen of a visit.
pub fn open(visit: &Visit, env: &Env) -> Option<(SceneAt, OpenScene)> {
    match visit.view().screen {
        Screen::Scene(room, scene) => {
            let open = OpenScene { room: env.library.room(room)?, scene };
            open.scene().is_some().then_some((SceneAt { room, scene }, open))
        }
        _ => None,
    }
}

/// A scene with its room.
pub struct OpenScene {
    room: Arc<Room>,
    scene: u16,
}

impl OpenScene {
    fn scene(&self) -> Option<&Scene> {
        self.room.scenes.get(usize::from(self.scene))
    }

    /// What can be pressed first after its fields, once they are filled: on the device of the last one, or behind it.
    pub fn first_button(&self) -> Spot {
        let devices = self.scene().map(|scene| scene.devices.as_slice()).unwrap_or_default();
        let last = devices.iter().rposition(|device| !device.fields.is_empty()).unwrap_or(0);
        let before: usize = devices.iter().take(last).map(|device| device.buttons.len()).sum();
        Spot(u16::try_from(before).unwrap_or_default())
    }

    /// What its fields take, in the language of a visit.
    pub fn practice<'s>(&'s self, visit: &Visit, env: &Env) -> Vec<&'s str> {
        let chain = env.texts.chain(visit.lang);
        let fields = self.scene().into_iter().flat_map(Scene::fields);
        fields.map(|field| field.practice.along(chain).map_or("", |(_, words)| &**words)).collect()
    }
}

/// Whether a field of the scene on the screen is still open.
pub fn is_typed_in(visit: &Visit, env: &Env) -> bool {
    open(visit, env).is_some_and(|(at, open)| {
        let filled = visit.rehearsal.tried(at).map_or(0, |tried| usize::from(tried.filled));
        filled < open.practice(visit, env).len()
    })
}
