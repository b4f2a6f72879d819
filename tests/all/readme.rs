//! The screen in the README is the screen of the program.

use inclusion_kiosk::app::{App, Screen};
use inclusion_kiosk::content::model::ItemId;

use crate::harness::{WIDE, World, project};

#[test]
fn the_screen_in_the_readme_is_real() {
    let world = World::real();
    let Some(ItemId::Service(service)) = world.library.find("change-of-address") else { panic!("it exists") };
    let en = "en".parse().expect("a tag");
    let kiosk = world.kiosk_with(App::showing(WIDE, en, Screen::Service(service)));
    let screen = kiosk.screen().replace('\u{a0}', " ");
    let readme = std::fs::read_to_string(project("README.md")).expect("there is a README");
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap_or_default();
    assert_eq!(shown.trim_end(), screen.trim_end(), "put this screen into README.md:\n{screen}");
}
