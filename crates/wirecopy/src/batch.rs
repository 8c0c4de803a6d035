//! Many stories over several threads, in order.
//!
//! Threads are scoped and end with the call: a pool that outlives it hangs in a process that forks
//! afterwards, which is how Python's `multiprocessing` starts on Linux. A story whose analysis
//! panics costs only itself.

use crate::{Analyzer, Article, Error};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// How often the caller's watch is asked while no story is finished, so that Ctrl-C is heard soon.
const WATCH_EVERY: Duration = Duration::from_millis(50);

/// Result of one story in a batch.
pub type Outcome<'t> = Result<Article<'t>, Error>;

/// Analyses `texts` over `threads` threads (as many as the machine has cores by default) and gives
/// the results in the order of the texts, whatever the number of threads.
///
/// `watch` runs on the calling thread with the number of stories finished, after each story and
/// every 50 milliseconds; [`ControlFlow::Break`] stops the batch, and the stories not yet read come
/// back as [`Error::is_interrupted`].
pub(crate) fn analyze_many<'t, T: AsRef<str> + Sync>(
    analyzer: &Analyzer,
    texts: &'t [T],
    threads: Option<NonZeroUsize>,
    watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Vec<Outcome<'t>> {
    let threads = threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
        .clamp(1, texts.len().max(1));
    let mut outcomes: Vec<Option<Outcome<'t>>> = Vec::new();
    outcomes.resize_with(texts.len(), || None);
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(|| work(analyzer, texts, &next, &stop, sender));
        }
        drop(sender);
        let mut finished = 0;
        loop {
            match receiver.recv_timeout(WATCH_EVERY) {
                Ok((index, outcome)) => {
                    if let Some(slot) = outcomes.get_mut(index) {
                        *slot = Some(outcome);
                        finished += 1;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if watch(finished).is_break() {
                stop.store(true, Ordering::Relaxed);
            }
        }
    });
    outcomes.into_iter().map(|outcome| outcome.unwrap_or(Err(Error::interrupted()))).collect()
}

/// One thread: takes the next story until there is none, or the batch is stopped.
fn work<'t, T: AsRef<str>>(
    analyzer: &Analyzer,
    texts: &'t [T],
    next: &AtomicUsize,
    stop: &AtomicBool,
    sender: Sender<(usize, Outcome<'t>)>,
) {
    while !stop.load(Ordering::Relaxed) {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let Some(text) = texts.get(index) else { return };
        let outcome = guarded(|| analyzer.analyze(text.as_ref()));
        if sender.send((index, outcome)).is_err() {
            return;
        }
    }
}

/// Runs `analyze`; a panic becomes [`Error::is_internal`].
pub(crate) fn guarded<T>(analyze: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(analyze)).unwrap_or_else(|panic| {
        let message = panic
            .downcast_ref::<&str>()
            .map(|message| (*message).to_owned())
            .or_else(|| panic.downcast_ref::<String>().cloned())
            .unwrap_or_else(|| "panic".to_owned());
        Err(Error::internal(message))
    })
}
