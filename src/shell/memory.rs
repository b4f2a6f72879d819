//! Keeps the memory of the kiosk to the kiosk: what a resident typed must not outlive their visit nor a crash, and no other
//! program of the same user may look at it.

use std::alloc::System;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use tracing::warn;
use zeroizing_alloc::ZeroAlloc;

/// What is freed is written over. Pages, rows and the words of a search are strings that come and go with every key, and
/// each may hold what stands in the field of the search.
#[global_allocator]
static WRITES_OVER: ZeroAlloc<System> = ZeroAlloc(System);

/// Lets the system write no core file and let no other program in. Where it refuses, residents are still served.
pub fn keep_to_ourselves() {
    let no_core = Rlimit { current: Some(0), maximum: Some(0) };
    let closed = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    // Each of the two helps where the other is refused.
    let without_core = setrlimit(Resource::Core, no_core);
    if let Err(error) = closed.and(without_core) {
        warn!("the memory of the kiosk cannot be closed to others ({error}): allow the calls prctl and prlimit64");
    }
}
