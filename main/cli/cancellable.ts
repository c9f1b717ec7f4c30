/**
 * Runs a command that Ctrl+C ends in good order: the signal asks the work to stop and to take back what it
 * began. A second Ctrl+C ends the program at once.
 */
export async function cancellable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const cancel = new AbortController();
  const onInterrupt = (): void => cancel.abort();
  process.once('SIGINT', onInterrupt);
  try {
    return await work(cancel.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}
