//! Writes a content folder of many services, to measure with: copies of those that exist, under new ids.
//!
//!     cargo run --release --example many_services -- content 10000 /tmp/many

use std::env;
use std::fs;
use std::path::Path;

use inclusion_kiosk::content::source::ContentFiles;

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let [from, number, to] = words.as_slice() else { panic!("a content folder, a number and a new folder") };
    let number: usize = number.parse().expect("a number of services");
    let files = ContentFiles::read(Path::new(from)).expect("a content folder");
    let to = Path::new(to);
    let mut ids: Vec<&str> = files
        .files
        .iter()
        .filter_map(|file| file.path.strip_prefix("services/")?.strip_suffix("/service.toml"))
        .collect();
    ids.sort_unstable();
    for file in &files.files {
        write(to, &file.path, &file.text);
    }
    for copy in ids.len()..number {
        let id = ids[copy % ids.len()];
        let folder = format!("services/{id}/");
        for file in files.files.iter().filter(|file| file.path.starts_with(&folder)) {
            let path = file.path.replace(&folder, &format!("services/{id}-{copy:05}/"));
            write(to, &path, &file.text);
        }
    }
}

fn write(to: &Path, path: &str, text: &str) {
    let path = to.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("written");
}
