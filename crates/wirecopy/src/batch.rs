//! Many stories over several threads, in order.
//!
//! Threads are scoped and end with the call: a pool that outlives it hangs in a process that forks
//! afterwards, which is how Python's `multiprocessing` starts on Linux. A story whose analysis
//! panics costs only itself.

use crate::{Article, Error};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// How often the caller's watch is asked while no story is finished, so that Ctrl-C is heard soon.
const WATCH_EVERY: Duration = Duration::from_millis(50);

/// The most stories that a thread takes at once: passing them on one by one costs more than cutting
/// a short story into words.
const MOST_AT_ONCE: usize = 64;
/// Piles of stories for each thread, at least, so that all end at about the same time.
const PILES: usize = 32;

/// Result of one story in a batch.
pub type Outcome<'t> = Result<Article<'t>, Error>;

/// Reads `stories` over `threads` threads (as many as the machine has cores by default) and gives
/// the results in the order of the stories, whatever the number of threads. A story for which `read`
/// panics costs only itself.
///
/// `watch` runs on the calling thread with the number of stories finished, whenever some are and
/// every 50 milliseconds; [`ControlFlow::Break`] stops the batch, and the stories not yet read come
/// back as [`Error::is_interrupted`].
///
/// ```
/// use std::ops::ControlFlow;
/// use wirecopy::{Analyzer, read_many};
///
/// let stories = ["Talks ended.", "Mr. Keller left. He was tired."];
/// let analyzer = Analyzer::new();
/// let read = |story: &&'static str| Ok(analyzer.tokenize(story)?.sentences().len());
/// let counts = read_many(&stories, None, read, &mut |_| ControlFlow::Continue(()));
/// assert_eq!(counts, [Ok(1), Ok(2)]);
/// ```
pub fn read_many<'s, S: Sync, T: Send>(
    stories: &'s [S],
    threads: Option<NonZeroUsize>,
    read: impl Fn(&'s S) -> Result<T, Error> + Sync,
    watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Vec<Result<T, Error>> {
    let read =
        |pile: &mut dyn Iterator<Item = &'s S>| pile.map(|story| guarded(|| read(story))).collect();
    read_piles(stories, threads, read, watch)
}

/// As [`read_many`], for a `read` that takes some stories together (up to 64): it gives the result of each that the
/// pile gives it, in order, and sees itself to those that panic.
/// [`Analyzer::analyze_pile`](crate::Analyzer::analyze_pile) is such a `read`.
///
/// ```
/// use std::ops::ControlFlow;
/// use wirecopy::{Analyzer, read_piles};
///
/// static STORIES: [&str; 2] = ["Talks ended.", "“It is over,” Ann Keller said."];
/// let analyzer = Analyzer::new();
/// let read = |pile: &mut dyn Iterator<Item = &'static &'static str>| {
///     analyzer.analyze_pile(&mut pile.copied())
/// };
/// let articles = read_piles(&STORIES, None, read, &mut |_| ControlFlow::Continue(()));
/// assert_eq!(articles[1].as_ref().unwrap().quotes().len(), 1);
/// ```
pub fn read_piles<'s, S: Sync, T: Send>(
    stories: &'s [S],
    threads: Option<NonZeroUsize>,
    read: impl Fn(&mut dyn Iterator<Item = &'s S>) -> Vec<Result<T, Error>> + Sync,
    watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Vec<Result<T, Error>> {
    let threads = threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
        .clamp(1, stories.len().max(1));
    let at_once = (stories.len() / threads / PILES).clamp(1, MOST_AT_ONCE);
    let mut outcomes: Vec<Option<Result<T, Error>>> = Vec::new();
    outcomes.resize_with(stories.len(), || None);
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, receiver) = mpsc::channel();
    let piles = || {
        let pile = next.fetch_add(1, Ordering::Relaxed);
        Some((pile, stories.chunks(at_once).nth(pile)?))
    };
    let (piles, read, stop) = (&piles, &read, &stop);
    thread::scope(|scope| {
        let spawn = |sender: Sender<_>| {
            let run = move || work(piles, read, stop, &sender);
            thread::Builder::new().spawn_scoped(scope, run)
        };
        // Where the system gives no more threads those that run do the rest.
        let started = (0..threads).take_while(|_| spawn(sender.clone()).is_ok()).count();
        if started == 0 {
            work(piles, read, stop, &sender);
        }
        drop(sender);
        let mut finished = 0;
        loop {
            match receiver.recv_timeout(WATCH_EVERY) {
                Ok((pile, read)) => {
                    finished += read.len();
                    let slots = outcomes.iter_mut().skip(pile * at_once);
                    slots.zip(read).for_each(|(slot, outcome)| *slot = Some(outcome));
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

/// Stories that were read together, with the number of their pile.
type Pile<T> = (usize, Vec<Result<T, Error>>);

/// One thread: takes the next pile of stories until there is none, or the batch is stopped.
fn work<'s, S: 's, T>(
    piles: impl Fn() -> Option<(usize, &'s [S])>,
    read: impl Fn(&mut dyn Iterator<Item = &'s S>) -> Vec<Result<T, Error>>,
    stop: &AtomicBool,
    sender: &Sender<Pile<T>>,
) {
    while let Some((pile, stories)) = piles() {
        let going = || !stop.load(Ordering::Relaxed);
        let outcomes = read(&mut stories.iter().take_while(|_| going()));
        if sender.send((pile, outcomes)).is_err() || !going() {
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
