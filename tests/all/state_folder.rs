//! The folder of packs of a kiosk: which pack residents see, whatever stands there.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use inclusion_kiosk::shell::InstallError;
use rustix::fs::{FlockOperation, flock};

use crate::harness::good_files;
use crate::hostile::Place;
use crate::packs::build;

/// A kiosk on which a pack of version 1 came with the program.
fn place() -> Place {
    let place = Place::new();
    fs::create_dir(place.path("installed")).expect("a folder");
    build(&good_files(), 1, &place.path("installed/brussels.kpack"));
    place
}

#[test]
fn to_go_back_before_the_first_pack_that_was_brought_is_to_see_the_one_of_the_program() {
    let place = place();
    place.install(&place.signed(2)).expect("a newer one");
    assert_eq!(place.seen(), Some(2));
    place.packs().rollback().expect("the one of the program");
    assert_eq!(place.seen(), Some(1));
    place.packs().rollback().expect("and forth again");
    assert_eq!(place.seen(), Some(2));
    place.packs().rollback().expect("and back");
    place.install(&place.signed(3)).expect("a newer one");
    assert_eq!(place.seen(), Some(3));
    place.packs().rollback().expect("to what residents saw before");
    assert_eq!(place.seen(), Some(1));
}

#[test]
fn packs_that_break_one_after_the_other_are_each_passed_over() {
    let place = place();
    let [two, three] = [2, 3].map(|version| place.signed(version));
    place.install(&two).expect("a newer one");
    place.install(&three).expect("a newer one");
    for seen in [3, 2] {
        let chosen = place.packs().choose().0.expect("a pack");
        assert_eq!(chosen.pack.about().version, seen);
        place.packs().note_damage(&chosen.name.expect("it was brought")).expect("noted");
    }
    assert_eq!(place.seen(), Some(1), "the one of the program");
    // The pack is brought again, and is none the worse.
    place.install(&three).expect("the same again");
    assert_eq!(place.seen(), Some(3));
}

#[test]
fn what_was_before_a_pack_that_breaks_is_what_residents_go_back_to() {
    let place = Place::new();
    let [one, two, three] = [1, 2, 3].map(|version| place.signed(version));
    place.install(&one).expect("the first");
    place.install(&two).expect("a newer one");
    let broken = place.packs().choose().0.expect("a pack").name.expect("it was brought");
    place.packs().note_damage(&broken).expect("noted");
    assert_eq!(place.seen(), Some(1));
    place.install(&three).expect("a newer one");
    place.packs().rollback().expect("there is one before");
    assert_eq!(place.seen(), Some(1));
}

#[test]
fn whatever_stands_in_the_state_folder_nobody_waits_and_a_pack_can_be_brought() {
    let place = place();
    let two = place.signed(2);
    for name in ["packs/current", "packs/current.new", "packs/incoming", "damaged-pack", "damaged-pack.new"] {
        for what in ["a pipe", "a folder", "/dev/zero", "/nowhere/at/all", "/dev/full"] {
            let path = place.path("state").join(name);
            fs::create_dir_all(place.path("state/packs")).expect("a folder");
            match what {
                "a pipe" => assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo").success()),
                "a folder" => fs::create_dir_all(path.join("inside")).expect("a folder"),
                link => symlink(link, &path).expect("a link"),
            }
            assert_eq!(place.seen(), Some(1), "{name}: {what}");
            match place.install(&two) {
                Ok(version) => assert_eq!(place.seen(), Some(version), "{name}: {what}"),
                Err(error) => {
                    assert_eq!(what, "a folder", "{name}: {error}");
                    assert!(error.to_string().contains(&path.display().to_string()), "{error}");
                }
            }
            let name = "2-0123456789abcdef.kpack".parse().expect("a name");
            let _ = place.packs().note_damage(&name);
            fs::remove_dir_all(place.path("state")).expect("removed");
        }
    }
}

#[test]
fn a_link_in_the_state_folder_leads_no_writing_out_of_it() {
    let place = place();
    let outside = place.path("outside");
    fs::write(&outside, "of somebody else").expect("written");
    fs::create_dir_all(place.path("state/packs")).expect("a folder");
    for name in ["packs/current", "packs/current.new", "packs/incoming", "damaged-pack", "damaged-pack.new"] {
        symlink(&outside, place.path("state").join(name)).expect("a link");
    }
    place.install(&place.signed(2)).expect("in place");
    place.packs().note_damage(&"2-0123456789abcdef.kpack".parse().expect("a name")).expect("noted");
    assert_eq!(fs::read_to_string(&outside).expect("a file"), "of somebody else");
}

#[test]
fn files_of_others_in_the_folder_of_packs_are_left_alone() {
    let place = place();
    let folder = place.path("state/packs");
    fs::create_dir_all(&folder).expect("a folder");
    let foreign = ["notes.txt", "old.kpack", "7-0123456789ABCDEF.kpack", "07-0123456789abcdef.kpack"];
    foreign.iter().for_each(|name| fs::write(folder.join(name), "x").expect("written"));
    // The name of a pack that is in no order: it only takes room.
    fs::write(folder.join("7-0123456789abcdef.kpack"), "x").expect("written");
    place.install(&place.signed(2)).expect("in place");
    place.install(&place.signed(3)).expect("in place");
    let mut names: Vec<String> =
        place.kept().into_keys().map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    names.retain(|name| !foreign.contains(&name.as_str()));
    assert!(
        matches!(names.as_slice(), [two, three, current]
        if two.starts_with("2-") && three.starts_with("3-") && current == "current"),
        "{names:?}"
    );
    assert_eq!(place.kept().len(), 3 + foreign.len());
}

#[test]
fn two_at_once_are_told_to_wait() {
    let place = place();
    place.install(&place.signed(2)).expect("in place");
    let before = place.kept();
    let other = File::open(place.path("state/packs")).expect("the folder");
    flock(&other, FlockOperation::NonBlockingLockExclusive).expect("nobody holds it");
    assert!(matches!(place.install(&place.signed(3)), Err(InstallError::Busy)));
    assert!(matches!(place.packs().rollback(), Err(InstallError::Busy)));
    assert_eq!((place.kept(), place.seen()), (before, Some(2)));
    drop(other);
    place.install(&place.path("3.kpack")).expect("it is free again");
}

#[test]
fn a_state_folder_that_cannot_be_written_is_told_and_what_residents_see_stays() {
    let place = place();
    fs::write(place.path("state"), "a file").expect("written");
    let refused = place.install(&place.signed(2)).expect_err("there is no room for a folder").to_string();
    assert!(refused.contains(&place.path("state").display().to_string()), "{refused}");
    assert_eq!(place.seen(), Some(1));
    assert!(place.packs().rollback().is_err());
    assert!(Path::new(&place.path("state")).is_file());
}
