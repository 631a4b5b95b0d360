/**
 * The values of `stream` until it ends or the signal aborts, even while a value is being waited for: what leaves
 * a stream that is quiet must not stay on it until the next event.
 */
export async function* untilAborted<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = stream[Symbol.asyncIterator]();
  const { promise: aborted, resolve: abort } = Promise.withResolvers<{ done: true; value: undefined }>();
  const onAbort = (): void => abort({ done: true, value: undefined });
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  try {
    for (;;) {
      const result = await Promise.race([iterator.next(), aborted]);
      if (result.done === true) return;
      yield result.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await iterator.return?.();
  }
}
