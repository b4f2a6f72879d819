//! The loop: wait, give what happened to the state, show the page.

mod follow;

use tracing::{error, info, warn};

use super::closing::MonthSender;
use super::content::Content;
use super::input::{Happening, Inbox, MOST_AT_ONCE};
use super::keys::Input;
use super::languages::languages;
use super::packs::Packs;
use super::places::{Audience, Options, Places};
use super::preview::Preview;
use super::recorder::{AboutKiosk, Named, Recorder};
use super::signals::Signal;
use super::supervisor::Supervisor;
use super::terminal::{self, Terminal, Traits};
use super::uptime::Uptime;
use super::{ShellError, clock, crash, log, memory, settings};
use crate::app::figures::Figures;
use crate::app::{self, App, Effect, Env, FiguresAt, Msg, Reason, Settings};
use crate::base::{DateTime, Millis, Size, Today};
use crate::content::Library;
use crate::i18n::Texts;
use crate::page::{Laid, Target, layout};

/// What a message does: [`app::update`](crate::app::update()), or something around it.
pub type Update<'u> = dyn FnMut(&mut App, &Env<'_>, Msg) -> Vec<Effect> + 'u;

/// A revision that no page has: a press that hits nothing shows that somebody is there, and does nothing else.
const NO_PAGE: u64 = u64::MAX;

/// The Linux console tells of another font before that is loaded in full: what stands on the screen until then is
/// written with the glyph numbers of the font before. So long after the signal everything is painted once more.
const FONT_LOADS: Millis = Millis::from_seconds(2);

/// Runs the kiosk until something ends it. The terminal is given back in every case.
pub fn run(options: &Options, update: &mut Update<'_>) -> Result<Reason, ShellError> {
    let traits = Traits::of_this_terminal()?;
    let places = Places::of(options);
    let figures = match &options.audience {
        Audience::Staff(figures) => Some(figures.as_ref().clone()),
        Audience::Residents | Audience::Author { .. } => None,
    };
    if figures.is_none() && !places.content.exists() && !places.packs.as_ref().is_some_and(Packs::has_any) {
        return Err(ShellError::NoContent(places.content));
    }
    if let Err(error) = log::start(options.log.as_deref()) {
        return Err(ShellError::Log { path: options.log.clone().unwrap_or_default(), error });
    }
    memory::keep_to_ourselves();
    let (locales, findings) = languages(places.locales.as_deref())?;
    let texts = Texts::new(locales)?;
    let known = texts.tags();
    let (mut settings, faults) = settings::of(&places, &known)?;
    if let Some(asked) = &options.lang {
        settings.language = Some(super::language(asked, &texts)?);
    }
    crash::prepare();
    let today = clock::today(None);
    let (library, now, mouse) = (Library::default(), clock::now(today), traits.modern);
    let world = World { library, texts, settings, figures, today, now, mouse };
    let mut kiosk = Kiosk::start(world, traits)?;
    if kiosk.show().is_err() {
        return Ok(Reason::NoTerminal);
    }
    // Everything that the start screen does not need comes after it is seen.
    faults.iter().for_each(|fault| warn!("{fault}"));
    if !findings.is_empty() {
        warn!("{} findings in the languages: run `kiosk check`", findings.len());
    }
    match &options.audience {
        Audience::Author { at, check } => {
            kiosk.begin_preview(&places, at.clone(), *check)?;
            if kiosk.show().is_err() {
                return Ok(Reason::NoTerminal);
            }
        }
        Audience::Residents => {
            kiosk.content = Content::open(&places)?;
            kiosk.world.library = kiosk.content.library.clone();
            kiosk.begin_to_count(&places);
        }
        Audience::Staff(_) => {}
    }
    kiosk.supervisor.say_ready(clock::boot_time());
    let reason = kiosk.serve(update)?;
    kiosk.supervisor.say_stopping();
    info!("the kiosk ends: {reason:?}");
    Ok(reason)
}

/// The state and everything around it.
struct Kiosk {
    world: World,
    content: Content,
    app: App,
    /// How the page of the state is laid out.
    laid: Laid,
    terminal: Terminal,
    inbox: Inbox,
    /// None where staff want no counts.
    recorder: Option<Recorder>,
    /// Waits for what the kiosk counts of itself; none where staff want no counts.
    uptime: Option<Uptime>,
    /// When everything is painted once more, if it is.
    repaint: Option<Millis>,
    supervisor: Supervisor,
    /// Where an author looks at the content, not a resident.
    preview: Option<Preview>,
}

/// What the state is looked at with.
struct World {
    library: Library,
    texts: Texts,
    settings: Settings,
    /// What was counted, where staff look at it.
    figures: Option<Figures>,
    today: Today,
    now: Option<DateTime>,
    mouse: bool,
}

impl World {
    fn env<'w>(&'w self, laid: Option<&'w Laid>) -> Env<'w> {
        let World { library, texts, settings, figures, today, now, mouse } = self;
        let figures = figures.as_ref();
        Env { library, texts, settings, figures, today: *today, now: *now, mouse: *mouse, laid }
    }

    /// The first screen: that of residents, or what was counted.
    fn first(&self, size: Size) -> App {
        match self.figures {
            // Whoever asked for a language reads in it, whether residents are offered it or not.
            Some(_) => {
                let asked = self.settings.language;
                let lang = asked.unwrap_or_else(|| app::first_language(&self.settings, &self.texts));
                App::showing_figures(size, lang, FiguresAt::Overview)
            }
            None => App::fresh(size),
        }
    }

    fn lay_out(&self, app: &App) -> Laid {
        layout(&app::page(app, &self.env(None)), app.size())
    }
}

impl Kiosk {
    fn start(world: World, traits: Traits) -> Result<Kiosk, ShellError> {
        let machine = |act| move |error| ShellError::Machine { act, error };
        let inbox = Inbox::open().map_err(machine("listen to signals and the clock"))?;
        let terminal = Terminal::take(traits).map_err(machine("set the modes of the terminal"))?;
        let app = world.first(terminal::screen_size());
        let laid = world.lay_out(&app);
        let supervisor = Supervisor::of_this_process();
        Ok(Kiosk {
            world,
            content: Content::default(),
            app,
            laid,
            terminal,
            inbox,
            recorder: None,
            uptime: None,
            repaint: None,
            supervisor,
            preview: None,
        })
    }

    /// Opens the counts, unless staff want none.
    fn begin_to_count(&mut self, places: &Places) {
        let World { library, texts, settings, today, .. } = &self.world;
        if !settings.count {
            return;
        }
        let languages = app::offered(settings, texts).map(|spoken| spoken.lang).collect();
        let named = Named { library: library.clone(), languages };
        let hours = settings.site.hours.clone();
        let kiosk = AboutKiosk { hours: hours.clone(), sender: MonthSender::of(settings) };
        self.recorder = Some(Recorder::start(&places.state, named, kiosk));
        self.uptime = Some(Uptime::begin(hours, *today));
    }

    /// Lays out the page of the state, in a preview with the remarks beside it.
    fn lay_out(&self) -> Laid {
        match &self.preview {
            Some(preview) => {
                let page = app::page(&self.app, &self.world.env(None));
                preview.lay_out(page, &self.app, &self.world.library, &self.world.texts)
            }
            None => self.world.lay_out(&self.app),
        }
    }

    /// Shows the page, if it is not what the screen shows.
    fn show(&mut self) -> std::io::Result<()> {
        self.terminal.show(&self.laid, self.app.theme(), self.inbox.signals())
    }

    /// Waits until something happens that the state must hear. A wake-up for a sign of life or a tick is none of its
    /// business: nothing changes, and nothing is drawn.
    fn wait(&mut self, happenings: &mut Vec<Happening>) -> Result<(), ShellError> {
        let due = self.app.deadline(&self.world.env(Some(&self.laid))).into_iter().chain(self.repaint);
        let due = due.chain(self.preview.as_ref().and_then(Preview::deadline)).min();
        loop {
            let tick = self.uptime.as_ref().and_then(Uptime::deadline);
            let waited = self.inbox.wait(self.supervisor.or_earlier(due.into_iter().chain(tick).min()), happenings);
            waited.map_err(|error| ShellError::Machine { act: "wait for a key", error })?;
            let now = clock::boot_time();
            self.supervisor.say_alive(now);
            self.count_beat(now);
            if *happenings != [Happening::Time] || due.is_some_and(|due| due <= now) {
                return Ok(());
            }
            happenings.clear();
        }
    }

    /// Counts the kiosk itself, where that is due.
    fn count_beat(&mut self, now: Millis) {
        let (Some(uptime), Some(recorder)) = (&mut self.uptime, &self.recorder) else { return };
        if let Some(beat) = uptime.beat(now, || clock::today(recorder.newest_day())) {
            recorder.count_beat(beat);
        }
    }

    /// Lives until something ends it.
    fn serve(&mut self, update: &mut Update<'_>) -> Result<Reason, ShellError> {
        let mut happenings = Vec::with_capacity(MOST_AT_ONCE);
        loop {
            self.wait(&mut happenings)?;
            let mut is_forgotten = false;
            for happening in happenings.iter_mut().map(Happening::take) {
                if is_forgotten && matches!(happening, Happening::Resident(_)) {
                    continue;
                }
                let msg = self.message(happening);
                for effect in self.take(msg, update) {
                    is_forgotten |= effect == Effect::ForgetInput;
                    if let Some(reason) = self.obey(effect) {
                        return Ok(reason);
                    }
                }
            }
            happenings.clear();
            self.follow_files();
            if self.show().is_err() {
                error!("the terminal is gone");
                return Ok(Reason::NoTerminal);
            }
        }
    }

    /// Does what the state asks for; says why the kiosk ends, if it does.
    fn obey(&mut self, effect: Effect) -> Option<Reason> {
        match effect {
            Effect::Leave(reason) => return Some(reason),
            Effect::Count(events) => {
                if let Some(recorder) = &self.recorder {
                    recorder.count(&self.world.library, events);
                }
            }
            Effect::ForgetInput => {
                self.inbox.forget();
                self.terminal.forget();
                if self.terminal.keeps_glyphs() {
                    // Whatever went wrong with the font or the screen since, each visitor begins with a clean one.
                    self.terminal.clear();
                }
            }
        }
        None
    }

    /// Gives a message to the state, and lays out the page that comes of it.
    fn take(&mut self, msg: Msg, update: &mut Update<'_>) -> Vec<Effect> {
        let effects = update(&mut self.app, &self.world.env(Some(&self.laid)), msg);
        if self.laid.rev != self.app.rev() || self.laid.size != self.app.size() {
            self.laid = self.lay_out();
        }
        self.content.heed_damage();
        effects
    }

    /// What happened, as the state wants to hear it.
    fn message(&mut self, happening: Happening) -> Msg {
        let now = clock::boot_time();
        if self.app.is_at_start() {
            // The date and the content are fixed while somebody is there.
            self.world.today = clock::today(self.recorder.as_ref().and_then(Recorder::newest_day));
            if let Some(uptime) = &mut self.uptime {
                uptime.heed(self.world.today);
            }
            if self.content.renew() {
                self.world.library = self.content.library.clone();
            }
        }
        self.world.now = clock::now(self.world.today);
        if self.repaint.take_if(|moment| now >= *moment).is_some() {
            self.terminal.clear();
        }
        match happening {
            Happening::Time => Msg::Tick(now),
            Happening::Files => {
                if let Some(preview) = &mut self.preview {
                    preview.note_change(now);
                }
                Msg::Tick(now)
            }
            Happening::HungUp => Msg::Stop(Reason::NoTerminal),
            Happening::System(Signal::Stop) => Msg::Stop(Reason::Signal),
            Happening::System(Signal::Resized) => {
                self.terminal.clear();
                self.repaint = self.terminal.keeps_glyphs().then(|| now + FONT_LOADS);
                Msg::Resized(terminal::screen_size())
            }
            Happening::System(Signal::Resumed) => {
                if self.terminal.take_again().is_err() {
                    return Msg::Stop(Reason::NoTerminal);
                }
                Msg::Resized(terminal::screen_size())
            }
            Happening::Resident(Input::Key(key)) => Msg::Key(now, key),
            Happening::Resident(Input::Wheel(by)) => Msg::Wheel(now, by),
            Happening::Resident(Input::Press { x, y }) => match self.laid.hit(x, y) {
                Some(target) => Msg::Pointer(now, self.laid.rev, target),
                // Where there is no visit, any press is a key.
                None if self.app.screen().is_none() => Msg::Pointer(now, self.laid.rev, Target::More),
                None => Msg::Pointer(now, NO_PAGE, Target::More),
            },
        }
    }
}
