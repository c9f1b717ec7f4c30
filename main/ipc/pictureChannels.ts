import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

type Names = 'pictures:add';

export function pictureChannels(_context: MainContext): HandlersFor<Names> {
  const notYet = () =>
    ({ ok: false, problem: { code: 'not-there-yet', message: '此功能尚未完成。' } }) as const;
  return {
    'pictures:add': notYet,
  };
}
