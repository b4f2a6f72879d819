//! Month files under seal are of formats that other programs know.

use std::fs;
use std::process::{Command, Stdio};

use inclusion_kiosk::shell::sealing::{self, Identity, KioskKey};

#[test]
#[ignore = "needs the programs age and minisign: .ci/run installs them"]
fn the_standard_tools_open_what_we_seal_and_we_open_what_they_seal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let run = |program: &str, words: &[&str]| {
        let mut command = Command::new(program);
        command.args(words).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().expect("the program is installed").success()
    };
    let text = b"{\"what\":\"kiosk-month\"}\n";

    // Ours, opened by them.
    let key = KioskKey::of(folder.path()).expect("a key");
    let identity = Identity::make();
    identity.write_new(&path("ours.key"), "2026-11-26T09:00:00Z").expect("written");
    let sealed = sealing::seal(text, &key, &identity.recipient(), "BIB21004A-1-2026-11").expect("sealed");
    fs::write(path("ours.kmonth"), sealed).expect("written");
    assert!(run("age", &["-d", "-i", "ours.key", "-o", "opened", "ours.kmonth"]));
    assert!(run("sh", &["-c", "head -n 4 opened > month.minisig; tail -n +5 opened > month"]));
    assert_eq!(fs::read(path("month")).expect("opened"), text);
    assert!(run("minisign", &["-Vm", "month", "-p", "kiosk.pub"]));

    // Theirs, opened by us.
    assert!(run("minisign", &["-G", "-W", "-p", "theirs.pub", "-s", "theirs.secret"]));
    assert!(!run("minisign", &["-Vm", "month", "-p", "theirs.pub"]), "it is not signed with their key");
    assert!(run("minisign", &["-Sm", "month", "-s", "theirs.secret"]));
    assert!(run("age-keygen", &["-o", "theirs.key"]));
    assert!(run("sh", &["-c", "cat month.minisig month | age -r $(age-keygen -y theirs.key) -o theirs.kmonth"]));
    let identity = Identity::read(&path("theirs.key")).expect("an identity");
    let sealed = fs::read(path("theirs.kmonth")).expect("a file");
    let opened = sealing::open(&sealed, &identity).expect("opened");
    assert_eq!(opened.plaintext, text);
    let public = fs::read_to_string(path("theirs.pub")).expect("a key");
    let public = public.lines().nth(1).expect("two lines");
    assert_eq!(sealing::verify(&opened.plaintext, &opened.signature, public), Ok(()));
}
