import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const busy = createStore<{ readonly what: string | null }>(() => ({ what: null }));

/** Says what the program is at while it is at it; shown when it takes a while. */
export async function whileBusy<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  busy.setState({ what });
  try {
    return await work();
  } finally {
    busy.setState({ what: null });
  }
}

export function useBusy(): string | null {
  return useStore(busy, ({ what }) => what);
}
