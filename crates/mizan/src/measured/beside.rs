//! Work done side by side on the machine's cores.

/// Do two pieces of work side by side.
///
/// # Errors
/// When either fails.
pub(crate) fn both<A: Send, B>(
    a: impl FnOnce() -> anyhow::Result<A> + Send,
    b: impl FnOnce() -> anyhow::Result<B>,
) -> anyhow::Result<(A, B)> {
    let (a, b) = std::thread::scope(|scope| {
        let beside = scope.spawn(a);
        let b = b();
        (joined(beside), b)
    });
    Ok((a?, b?))
}

/// Do the same with each of some things side by side; what is found is in their order.
///
/// # Errors
/// When one fails.
pub(crate) fn side_by_side<T: Sync, F: Send>(things: &[T], act: impl Fn(&T) -> anyhow::Result<F> + Sync) -> anyhow::Result<Vec<F>> {
    let act = &act;
    std::thread::scope(|scope| {
        let working: Vec<_> = things.iter().map(|thing| scope.spawn(move || act(thing))).collect();
        working.into_iter().map(joined).collect()
    })
}

/// Do something with each of many things, every core with its share of them.
pub(crate) fn in_shares<T: Send>(things: &mut [T], act: impl Fn(&mut T) + Sync) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let act = &act;
    std::thread::scope(|scope| {
        for share in things.chunks_mut(things.len().div_ceil(cores).max(1)) {
            scope.spawn(move || share.iter_mut().for_each(act));
        }
    });
}

fn joined<T>(thread: std::thread::ScopedJoinHandle<'_, anyhow::Result<T>>) -> anyhow::Result<T> {
    thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a part of the work failed")))
}
