//! The screen in the README is the screen of the program.

use inclusion_kiosk::app::{App, Screen};

use crate::harness::{WIDE, World, lang, project};

#[test]
fn the_screen_in_the_readme_is_real() {
    let world = World::corpus();
    let service = world.service("change-of-address");
    let kiosk = world.kiosk_with(App::showing(WIDE, lang("en"), Screen::Service(service)));
    let screen = kiosk.screen();
    let readme = std::fs::read_to_string(project("README.md")).expect("there is a README");
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap_or_default();
    assert_eq!(shown.trim_end(), screen.trim_end(), "put this screen into README.md:\n{screen}");
}
