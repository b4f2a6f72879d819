//! Waits for changes below a folder. The system tells of them: nobody looks again and again.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};

use rustix::fs::inotify::{self, CreateFlags, WatchFlags};

/// What an editor does to save: it writes and closes, or puts another file in the place of the old one.
const CHANGES: WatchFlags = WatchFlags::CLOSE_WRITE
    .union(WatchFlags::CREATE)
    .union(WatchFlags::DELETE)
    .union(WatchFlags::MOVED_FROM)
    .union(WatchFlags::MOVED_TO);

/// A folder under watch, with every folder in it.
pub struct Watch {
    root: PathBuf,
    events: OwnedFd,
}

impl Watch {
    /// Watches a folder from now on.
    pub fn begin(root: &Path) -> io::Result<Watch> {
        let events = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
        let watch = Watch { root: root.to_path_buf(), events };
        watch.take_in_new_folders();
        Ok(watch)
    }

    /// Watches the folders that have come since the last time too. Whoever reads the folder after this misses nothing.
    pub fn take_in_new_folders(&self) {
        let mut seen = HashSet::new();
        let mut folders = vec![self.root.clone()];
        // A folder put in the place of the whole one is told by the folder above it.
        let above = self.root.canonicalize().ok().and_then(|root| root.parent().map(Path::to_path_buf));
        if let Some(above) = above {
            let _ = inotify::add_watch(&self.events, &above, WatchFlags::MOVED_TO | WatchFlags::CREATE);
        }
        while let Some(folder) = folders.pop() {
            // What cannot be watched is seen at the next change elsewhere. A folder that was seen is a link in a circle.
            let watched = inotify::add_watch(&self.events, &folder, CHANGES | WatchFlags::ONLYDIR);
            if !watched.is_ok_and(|number| seen.insert(number)) {
                continue;
            }
            let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
            folders.extend(entries.map(|entry| entry.path()).filter(|path| path.is_dir()));
        }
    }

    /// Takes note of all changes so far.
    pub fn acknowledge(&self) {
        let mut events = [0; 4096];
        // Which file it was does not matter: everything is read again.
        while rustix::io::read(&self.events, &mut events).is_ok_and(|length| length > 0) {}
    }
}

impl AsFd for Watch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.events.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use super::*;

    /// Whether something is told that was done before: the system tells it at once.
    fn is_told(watch: &Watch) -> bool {
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        let told = poll(&mut [PollFd::new(watch, PollFlags::IN)], Some(&now)).expect("it can be asked") > 0;
        watch.acknowledge();
        told
    }

    #[test]
    fn every_way_to_save_is_told_and_reading_is_not() {
        let dir = tempfile::tempdir().expect("a folder");
        let root = dir.path().join("content");
        let elsewhere = dir.path().join("elsewhere");
        fs::create_dir_all(root.join("services/a")).expect("folders");
        fs::create_dir(&elsewhere).expect("a folder");
        let file = root.join("services/a/fr.md");
        fs::write(&file, "old").expect("written");
        let watch = Watch::begin(&root).expect("watched");
        assert!(!is_told(&watch));
        fs::read(&file).expect("read");
        fs::read_dir(&root).expect("read").count();
        assert!(!is_told(&watch));
        fs::write(&file, "new").expect("written");
        assert!(is_told(&watch));
        // From where nobody watches: what is told is the arrival, then the departure.
        fs::write(elsewhere.join("fr.md"), "newer").expect("written");
        assert!(!is_told(&watch));
        fs::rename(elsewhere.join("fr.md"), &file).expect("renamed");
        assert!(is_told(&watch));
        fs::rename(&file, elsewhere.join("fr.md")).expect("renamed");
        assert!(is_told(&watch));
        fs::write(&file, "again").expect("written");
        watch.acknowledge();
        fs::remove_file(&file).expect("removed");
        assert!(is_told(&watch));
    }

    #[test]
    fn a_new_folder_is_told_and_then_watched_too() {
        let dir = tempfile::tempdir().expect("a folder");
        let root = dir.path().join("content");
        fs::create_dir_all(&root).expect("a folder");
        let watch = Watch::begin(&root).expect("watched");
        fs::create_dir(root.join("services")).expect("a folder");
        assert!(is_told(&watch));
        watch.take_in_new_folders();
        fs::write(root.join("services/x.md"), "new").expect("written");
        assert!(is_told(&watch));
        fs::rename(&root, dir.path().join("old")).expect("renamed");
        watch.acknowledge();
        fs::create_dir(&root).expect("a folder");
        assert!(is_told(&watch), "another folder in the same place");
    }

    #[test]
    fn a_link_in_a_circle_ends() {
        let dir = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(dir.path(), dir.path().join("round")).expect("a link");
        assert!(!is_told(&Watch::begin(dir.path()).expect("watched")));
    }
}
