import { type Attachment, isKeptBeside } from '../../entities/attachment.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/**
 * The file opens without a password and has pages. A file that only forbids editing is marked encrypted too, but
 * its pages can be read and bound. An electronic original needs no pages.
 */
export function attachmentReadable(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'attachments');
  if (row === null) return null;
  const file = row.value;
  if (isInOrder(file)) return met();
  // Who looked into the file knows best why it does not open; how grave it thought that does not matter then.
  const problems = file.problems
    .filter((problem) => problem.severity === 'error' || file.pages === null)
    .map(({ message }) => message);
  const reasons = new Set(problems);
  const locked = file.encrypted && file.pages === null;
  if (locked && problems.length === 0) reasons.add('文件已加密，需要密码才能打开');
  if (file.bytes === 0 && problems.length === 0) reasons.add('文件是空的');
  if (file.pages === 0 && !isKeptBeside(file) && reasons.size === 0) reasons.add('文件没有页面');
  if (file.pages === null && reasons.size === 0) reasons.add('文件不能打开，读不出页数');
  if (reasons.size === 0) return met();
  // Most of the words found in the file say what to do about it; where none do, this does.
  const told = [...reasons].join('；');
  const detail = told.includes('请') ? told : `${told}；请换一份能正常打开的文件`;
  return unmet({ names: [detail], detail });
}

/** Nearly every file is, and there may be thousands. */
function isInOrder({ problems, bytes, pages }: Attachment): boolean {
  return problems.length === 0 && bytes > 0 && pages !== null && pages > 0;
}
