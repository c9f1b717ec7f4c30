import { type FieldWords, ROW_WORDS } from './rowWords.ts';
import type { Call } from './schema/call.ts';

type Path = readonly (string | number)[];

const PARTS: Readonly<Record<string, string>> = {
  call: '通知编号和修订',
  direction: '申报方向',
  targets: '预期目标',
  statements: '财务报表数字',
  plan: '建设方案',
  settings: '打印设置',
  setAside: '已说明理由的警告',
};

/**
 * A place of an answers file in people's words, rows counted from 1: `第 3 行发票的开票日期`. Empty where
 * there are no better words than the path. Without its call fields go by their ids.
 */
export function answerPlace(call: Call | null, path: Path): string {
  const [part, id] = path;
  if (typeof part !== 'string') return '';
  const words = ROW_WORDS[part];
  if (words !== undefined)
    return typeof id === 'number' ? `${words.row(id + 1)}${insideOf(words.fields, path.slice(2))}` : '';
  const field = call?.fields.find((one) => part === 'answers' && one.id === id);
  const item = call?.outline.flatMap(({ items }) => items).find((one) => part === 'plan' && one.id === id);
  if (item !== undefined) return `建设方案“${item.number}${item.title}”`;
  return field === undefined ? (PARTS[part] ?? '') : `“${field.label}”`;
}

function insideOf(fields: Readonly<Record<string, FieldWords>> | undefined, path: Path): string {
  const [name, next, ...rest] = path;
  const words = typeof name === 'string' ? fields?.[name] : undefined;
  if (words === undefined) return '';
  if (typeof next === 'number') return `的${words.title}第 ${next + 1} 行${insideOf(words.fields, rest)}`;
  return `的${words.title}${insideOf(words.fields, path.slice(1))}`;
}
