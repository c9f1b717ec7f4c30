import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/**
 * The file opens without a password, has pages and something on them. A file that only forbids
 * editing is marked encrypted too, but its pages can be read and bound.
 */
export function attachmentReadable(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'attachments');
  if (row === null) return null;
  const file = row.value;
  // Who looked into the file knows best why it does not open; how grave it thought that does not matter then.
  const problems = file.problems
    .filter((problem) => problem.severity === 'error' || file.pages === null)
    .map(({ message }) => message);
  const reasons = new Set(problems);
  const locked = file.encrypted && file.pages === null;
  if (locked && problems.length === 0) reasons.add('文件已加密，需要密码才能打开');
  if (file.bytes === 0 && problems.length === 0) reasons.add('文件是空的');
  if (file.pages === 0 && reasons.size === 0) reasons.add('文件没有页面');
  if (file.pages === null && reasons.size === 0) reasons.add('文件不能打开，读不出页数');
  if (file.pages !== null && file.pages > 0 && file.blankPages.length >= file.pages)
    reasons.add('每一页都是空白');
  return reasons.size === 0 ? met() : unmet({ names: [...reasons], detail: [...reasons].join('；') });
}
