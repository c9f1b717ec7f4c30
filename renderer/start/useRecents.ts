import { useCallback, useEffect, useState } from 'react';
import type { RecentDraft } from '../../shared/contract/OpenedDraft.ts';
import { ask } from '../app/bridge.ts';
import { tell } from '../app/notices.ts';

/** The drafts opened before, newest first; null while they are on their way. */
export function useRecents(): {
  readonly recents: readonly RecentDraft[] | null;
  readonly forget: (id: string) => void;
} {
  const [recents, setRecents] = useState<readonly RecentDraft[] | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const reply = await ask('draft:recents', {});
    setRecents(reply.ok ? reply.value : []);
    if (!reply.ok) tell('trouble', `没能读取最近草稿：${reply.problem.message}`);
  }, []);
  useEffect(() => {
    void read();
  }, [read]);
  const forget = useCallback(
    (id: string) => {
      void ask('draft:forgetRecent', { id }).then(read);
    },
    [read],
  );
  return { recents, forget };
}
