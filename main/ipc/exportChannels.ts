import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

type Names = 'export:chooseFolder' | 'export:start' | 'export:cancel' | 'export:reveal' | 'export:openFile';

export function exportChannels(_context: MainContext): HandlersFor<Names> {
  const notYet = () =>
    ({ ok: false, problem: { code: 'not-there-yet', message: '此功能尚未完成。' } }) as const;
  return {
    'export:chooseFolder': notYet,
    'export:start': notYet,
    'export:cancel': notYet,
    'export:reveal': notYet,
    'export:openFile': notYet,
  };
}
