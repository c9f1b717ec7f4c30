import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

type Names = 'attachments:choose' | 'attachments:add' | 'attachments:cancel';

export function attachmentChannels(_context: MainContext): HandlersFor<Names> {
  const notYet = () =>
    ({ ok: false, problem: { code: 'not-there-yet', message: '此功能尚未完成。' } }) as const;
  return {
    'attachments:choose': notYet,
    'attachments:add': notYet,
    'attachments:cancel': notYet,
  };
}
