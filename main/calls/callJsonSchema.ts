import { z } from 'zod';
import { Call } from '../../shared/calls/schema/call.ts';

/** JSON Schema (draft 2020-12) of a call file, so that an author's editor completes and warns while typing. */
export function callJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(Call, { io: 'input', unrepresentable: 'any' }),
    title: '成册 通知文件',
    description: '一份申报通知的全部数据；写法见 docs/writing-a-call.md。',
  };
}
