//! What was read of a pack lately, within a limit: memory does not grow with what was shown.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// Records of one type, the oldest of which go when there is no room for a new one.
pub(super) struct Kept<T> {
    records: BTreeMap<i64, (Arc<T>, usize)>,
    /// In the order in which they came.
    order: VecDeque<i64>,
    /// How long all of them are together, as bytes of the pack.
    length: usize,
    most: usize,
}

impl<T> Kept<T> {
    /// Room for so many bytes of the pack.
    pub fn of(most: usize) -> Kept<T> {
        Kept { records: BTreeMap::new(), order: VecDeque::new(), length: 0, most }
    }

    pub fn get(&self, address: i64) -> Option<Arc<T>> {
        self.records.get(&address).map(|(record, _)| record.clone())
    }

    /// Keeps a record that took so many bytes.
    pub fn put(&mut self, address: i64, record: Arc<T>, bytes: usize) {
        // An empty record takes memory too.
        let bytes = bytes + 64;
        if bytes > self.most || self.records.contains_key(&address) {
            return;
        }
        while self.length + bytes > self.most {
            let Some(oldest) = self.order.pop_front() else { break };
            self.length -= self.records.remove(&oldest).map_or(0, |(_, bytes)| bytes);
        }
        self.records.insert(address, (record, bytes));
        self.order.push_back(address);
        self.length += bytes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_goes_when_there_is_no_room() {
        let mut kept = Kept::of(1000);
        for address in 0..100 {
            kept.put(address, Arc::new(address), 136);
            assert!(kept.length <= 1000);
        }
        let found: Vec<i64> = (0..100).filter(|address| kept.get(*address).is_some()).collect();
        assert_eq!(found, [95, 96, 97, 98, 99]);
        kept.put(200, Arc::new(200), 2000);
        assert_eq!((kept.get(200), kept.order.len(), kept.records.len()), (None, 5, 5));
    }
}
