//! What a piece of work asks of memory.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// What was asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// The most bytes that were in use at once.
    pub peak: usize,
    /// How many times memory was asked for.
    pub requests: usize,
    /// How many bytes were asked for in all.
    pub bytes: usize,
}

/// Runs a piece of work; what it returns counts as in use until it has ended.
pub fn cost<T>(work: impl FnOnce() -> T) -> Cost {
    COST.set(Cost::default());
    LIVE.set(0);
    let result = work();
    let cost = COST.get();
    drop(result);
    cost
}

thread_local! {
    static LIVE: Cell<usize> = const { Cell::new(0) };
    static COST: Cell<Cost> = const {
        Cell::new(Cost { peak: 0, requests: 0, bytes: 0 })
    };
}

/// The system's allocator, which counts for each thread by itself.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn asked(size: usize) {
    LIVE.set(LIVE.get() + size);
    let mut cost = COST.get();
    cost.peak = cost.peak.max(LIVE.get());
    cost.requests += 1;
    cost.bytes += size;
    COST.set(cost);
}

fn given_back(size: usize) {
    LIVE.set(LIVE.get().saturating_sub(size));
}

// SAFETY: every call goes to the system's allocator as it is; what is counted is in cells that ask for no memory.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        asked(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        given_back(layout.size());
        unsafe { System.dealloc(pointer, layout) }
    }

    // A piece that grows may have to be moved: while it is, both are in use.
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        asked(size);
        given_back(layout.size());
        unsafe { System.realloc(pointer, layout, size) }
    }
}
