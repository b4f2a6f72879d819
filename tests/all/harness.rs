//! A kiosk without a terminal: the real content, a clock that the test owns, and eyes that read the screen.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use inclusion_kiosk::app::figures::Figures;
use inclusion_kiosk::app::{self, App, Effect, Env, Msg, Screen, Settings};
use inclusion_kiosk::base::{Date, DateTime, Key, Lang, LocaleFiles, Millis, Size, Today};
use inclusion_kiosk::base::{LessonId, ServiceId};
use inclusion_kiosk::content::Library;
use inclusion_kiosk::content::model::ItemId;
use inclusion_kiosk::content::pack::{self, Label, Pack};
use inclusion_kiosk::content::source::{ContentFiles, read_locales};
use inclusion_kiosk::i18n::Texts;
use inclusion_kiosk::page::{Item, Laid, Page, Target, layout};
use inclusion_kiosk::present::screen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Three guides of the project as they once were: what is told of the program here does not change with every word that an
/// editor corrects. What is told of the content itself reads [`World::corpus`].
pub const THREE_GUIDES: &str = "tests/fixtures/three-guides/content";

/// The same content for all tests: read once, since a library is a handle that nobody can change.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let files = ContentFiles::read(&project(THREE_GUIDES)).expect("three guides");
    let (library, findings) = inclusion_kiosk::content::parse::compile(&files);
    assert_eq!(findings, [], "they are clean");
    library
});

/// All content of the project.
static CORPUS: LazyLock<Library> = LazyLock::new(|| {
    let files = ContentFiles::read(&project("content")).expect("the project has content");
    let (library, findings) = inclusion_kiosk::content::parse::compile(&files);
    assert_eq!(findings, [], "the content of the project is clean");
    library
});

/// The usual size of a kiosk screen.
pub const WIDE: Size = Size { width: 80, height: 25 };
/// The smallest one.
pub const SMALL: Size = Size { width: 40, height: 15 };
/// A very large one.
pub const HUGE: Size = Size { width: 200, height: 60 };

/// Copies a folder, over one that may be there already.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of fixtures") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// A folder or file of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The small content of the tests, whole and clean.
pub fn good_files() -> ContentFiles {
    ContentFiles::read(&project("tests/fixtures/good-content")).expect("the good content")
}

/// A tag that a test wrote by hand.
pub fn lang(tag: &str) -> Lang {
    tag.parse().expect("a tag")
}

/// The languages of the project.
pub const LANGUAGES: [&str; 3] = ["fr", "nl", "en"];

/// A message of the kiosk in a language.
pub fn say(world: &World, tag: &str, id: &str) -> String {
    world.texts.say(lang(tag), id, &[]).to_plain_string()
}

/// The numbers in a text, with the separators between their digits.
pub fn numbers(text: &str) -> Vec<String> {
    let mut numbers = vec![String::new()];
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let between = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        let last = numbers.last_mut().expect("there is one");
        match letter {
            '0'..='9' => last.push(*letter),
            '.' | ',' | '\u{a0}' | '\u{202f}' if !last.is_empty() && between(at + 1) => last.push(*letter),
            _ if !last.is_empty() => numbers.push(String::new()),
            _ => {}
        }
    }
    numbers.retain(|number| !number.is_empty());
    numbers
}

/// Content and languages.
pub struct World {
    pub library: Library,
    pub texts: Texts,
    pub settings: Settings,
    pub figures: Option<Figures>,
    pub today: Today,
    pub now: Option<DateTime>,
    pub mouse: bool,
}

impl World {
    /// The languages of the project, and three of its guides.
    pub fn real() -> World {
        World::with_locales(read_locales(&project("locales")).expect("the project has locales").0)
    }

    /// The project with all of its content.
    pub fn corpus() -> World {
        World { library: CORPUS.clone(), ..World::real() }
    }

    /// The same guides with other languages.
    pub fn with_locales(locales: Vec<LocaleFiles>) -> World {
        let library = LIBRARY.clone();
        let texts = Texts::new(locales).expect("the locales are well formed");
        // A Wednesday.
        let today = Today::Sure(Date::constant(2026, 11, 25));
        let now = Some(Date::constant(2026, 11, 25).at(10, 0, 0, 0));
        World { library, texts, settings: Settings::default(), figures: None, today, now, mouse: true }
    }

    /// The project with faults in its content: pieces of files are missing, as after a bad copy.
    pub fn damaged(random: &mut fastrand::Rng) -> World {
        let mut files = ContentFiles::read(&project(THREE_GUIDES)).expect("three guides");
        for file in &mut files.files {
            let chars: Vec<char> = file.text.chars().collect();
            if random.u8(0..3) == 0 && !chars.is_empty() {
                let from = random.usize(..chars.len());
                let to = chars.len().min(from + random.usize(1..400));
                file.text = chars[..from].iter().chain(&chars[to..]).collect();
            }
        }
        let library = inclusion_kiosk::content::parse::compile(&files).0;
        World { library, ..World::real() }
    }

    /// The same, with its content from a pack that was just built, in a folder of its own.
    pub fn packed(&self) -> (World, tempfile::TempDir) {
        let folder = tempfile::tempdir().expect("a folder for the pack");
        let path = folder.path().join("content.kpack");
        let label = Label { name: "test".to_owned(), version: 1 };
        pack::build(&self.library, &label, &path).expect("built");
        let library = Pack::open(&path).expect("opened").into_library();
        (World { library, ..World::real() }, folder)
    }

    /// A service of this content by its name.
    pub fn service(&self, id: &str) -> ServiceId {
        match self.library.find(id) {
            Some(ItemId::Service(service)) => service,
            other => panic!("{id} is {other:?}"),
        }
    }

    /// A lesson of this content by its name.
    pub fn lesson(&self, id: &str) -> LessonId {
        match self.library.find(id) {
            Some(ItemId::Lesson(lesson)) => lesson,
            other => panic!("{id} is {other:?}"),
        }
    }

    /// A kiosk at its start screen.
    pub fn kiosk(&self, size: Size) -> Kiosk<'_> {
        self.kiosk_with(App::fresh(size))
    }

    /// A kiosk in a given state.
    pub fn kiosk_with(&self, app: App) -> Kiosk<'_> {
        let mut kiosk = Kiosk { world: self, app, now: Millis(0), laid: None, effects: Vec::new() };
        kiosk.look();
        kiosk
    }
}

/// A kiosk under test.
#[derive(Clone)]
pub struct Kiosk<'a> {
    pub world: &'a World,
    pub app: App,
    pub now: Millis,
    pub laid: Option<Laid>,
    /// Everything it asked of the world so far.
    pub effects: Vec<Effect>,
}

impl<'a> Kiosk<'a> {
    fn env<'b>(world: &'b World, laid: Option<&'b Laid>) -> Env<'b> {
        let World { library, texts, settings, figures, today, now, mouse } = world;
        Env { library, texts, settings, figures: figures.as_ref(), today: *today, now: *now, mouse: *mouse, laid }
    }

    /// The page that is shown.
    pub fn page(&self) -> Page {
        app::page(&self.app, &Self::env(self.world, self.laid.as_ref()))
    }

    fn look(&mut self) {
        self.laid = Some(layout(&self.page(), self.app.size()));
    }

    /// The layout that is on the screen.
    pub fn laid(&self) -> &Laid {
        self.laid.as_ref().expect("a kiosk always shows a page")
    }

    /// Whether characters are typed on the screen that is shown.
    pub fn is_typed_on(&self) -> bool {
        app::is_typed_on(&self.app, &Self::env(self.world, self.laid.as_ref()))
    }

    /// Gives it a message, and lays out the new page as the shell does.
    pub fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let env = Self::env(self.world, self.laid.as_ref());
        let effects = app::update(&mut self.app, &env, msg);
        self.effects.extend(effects.iter().cloned());
        if self.laid().rev != self.app.rev() || self.laid().size != self.app.size() {
            self.look();
        }
        effects
    }

    /// Presses one key, a second after the last one.
    pub fn press(&mut self, key: Key) -> Vec<Effect> {
        self.now = self.now + Millis::from_seconds(1);
        self.send(Msg::Key(self.now, key))
    }

    /// Presses keys: `"enter down f2 1 q"`.
    pub fn keys(&mut self, script: &str) -> &mut Self {
        for word in script.split_whitespace() {
            self.press(key(word));
        }
        self
    }

    /// Presses the choice with this label, wherever it stands on the page.
    pub fn choose(&mut self, label: &str) -> &mut Self {
        let page = self.page();
        let choices = page.choices();
        let words = |item: &Item| item.label.0.iter().map(|span| &*span.text).collect::<String>();
        let found = choices.iter().flat_map(|choices| &choices.items).find(|item| words(item) == label);
        let spot = found.unwrap_or_else(|| panic!("'{label}' is no choice here:\n{}", self.screen())).spot;
        self.send(Msg::Pointer(self.now, self.app.rev(), Target::Spot(spot)));
        self
    }

    /// Goes to the last screen of a visit, with one key past the questions where they are asked.
    pub fn go_to_last_screen(&mut self) -> &mut Self {
        self.keys("f10");
        if matches!(self.app.screen(), Some(Screen::Questions(_))) {
            self.keys("enter");
        }
        assert_eq!(self.app.screen(), Some(Screen::Finish));
        self
    }

    /// Finishes the visit.
    pub fn finish(&mut self) -> &mut Self {
        self.go_to_last_screen().keys("1")
    }

    /// Lets time go by without a key.
    pub fn wait(&mut self, seconds: u64) -> Vec<Effect> {
        self.now = self.now + Millis::from_seconds(seconds);
        self.send(Msg::Tick(self.now))
    }

    /// When time will change something next.
    pub fn deadline(&self) -> Option<Millis> {
        self.app.deadline(&Self::env(self.world, self.laid.as_ref()))
    }

    /// The screen as text, one line per row.
    pub fn screen(&self) -> String {
        let Size { width, height } = self.app.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        screen::draw(self.laid(), self.app.theme(), &mut buffer);
        let rows = (0..height).map(|y| {
            let row: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
            row.trim_end().replace('\u{a0}', " ")
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Fails with the whole screen when a text is not on it.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "'{text}' is not on the screen:\n{screen}");
        self
    }

    /// Fails with the whole screen when a text is on it.
    pub fn does_not_see(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "'{text}' is on the screen:\n{screen}");
        self
    }
}

/// A key by its name in a script.
pub fn key(word: &str) -> Key {
    match word {
        "enter" => Key::Enter,
        "esc" => Key::Esc,
        "tab" => Key::Tab,
        "back-tab" => Key::BackTab,
        "backspace" => Key::Backspace,
        "up" => Key::Up,
        "down" => Key::Down,
        "left" => Key::Left,
        "right" => Key::Right,
        "home" => Key::Home,
        "page-up" => Key::PageUp,
        "page-down" => Key::PageDown,
        "space" => Key::Char(' '),
        word => {
            let mut chars = word.chars();
            match (chars.next(), chars.as_str()) {
                (Some('f'), number) if !number.is_empty() => Key::F(number.parse().expect("a function key")),
                (Some(sign), "") => Key::Char(sign),
                _ => panic!("'{word}' is no key"),
            }
        }
    }
}
