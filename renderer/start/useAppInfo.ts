import { useEffect, useState } from 'react';
import type { AppInfo } from '../../shared/contract/AppInfo.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import { bridge } from '../app/bridge.ts';

/** The program's own facts; null while they are on their way. */
export function useAppInfo(): Reply<AppInfo> | null {
  const [reply, setReply] = useState<Reply<AppInfo> | null>(null);
  useEffect(() => {
    let gone = false;
    bridge.invoke('app:info', {}).then(
      (answer) => {
        if (!gone) setReply(answer);
      },
      (error: unknown) => {
        if (!gone) setReply({ ok: false, problem: { code: 'unanswered', message: String(error) } });
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return reply;
}
