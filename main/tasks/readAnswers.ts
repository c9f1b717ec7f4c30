import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { type AnswerProblem, answerProblems } from '../../shared/calls/answerProblems.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { Answers, applicationOf } from '../../shared/entities/answers.ts';
import type { Application } from '../../shared/entities/application.ts';
import { findCall } from '../calls/loadCalls.ts';
import type { KnownCalls } from './knownCalls.ts';

/** 10,000 invoices with their lines are about 10 MB; more than this is another kind of file. */
const LARGEST_BYTES = 200 * 1024 * 1024;

export type ReadAnswers =
  | { readonly ok: true; readonly call: Call; readonly application: Application }
  | {
      readonly ok: false;
      readonly problem: { readonly code: string; readonly message: string };
      readonly details: readonly AnswerProblem[];
    };

function refused(code: string, message: string, details: readonly AnswerProblem[] = []): ReadAnswers {
  return { ok: false, problem: { code, message }, details };
}

/**
 * Reads ANSWERS.json: JSON, its general shape, then whether its call has a place for everything said.
 * Incomplete is fine; what has no place is refused with its path, so that nothing is dropped silently.
 * @param file absolute path
 */
export async function readAnswers(file: string, calls: KnownCalls): Promise<ReadAnswers> {
  const text = await readText(file);
  if (typeof text !== 'string') return text;
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message : '';
    return refused('answers-not-json', `${file} 不是有效的 JSON 文件：${where}`);
  }
  const { localeError } = z.locales.zhCN();
  const parsed = Answers.safeParse(json, localeError === undefined ? {} : { error: localeError });
  if (!parsed.success) {
    const details = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return refused('answers-invalid', `${file} 有 ${details.length} 处写法不对，没有读入。`, details);
  }
  const ids = repeatedIds(parsed.data);
  if (ids.length > 0) return refused('answers-invalid', `${file} 中有重复的编号，没有读入。`, ids);
  const found = findCall(parsed.data.call.id, parsed.data.call.revision, calls);
  if (!found.ok) return refused(found.problem.code, found.problem.message);
  const application = applicationOf(parsed.data);
  const details = answerProblems(found.call, application);
  if (details.length > 0)
    return refused('answers-invalid', `${file} 有 ${details.length} 处与通知对不上，没有读入。`, details);
  return { ok: true, call: found.call, application };
}

async function readText(file: string): Promise<string | ReadAnswers> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_BYTES) return refused('answers-too-large', `${file} 太大，不像是申报答案文件。`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) return refused('answers-not-text', `${file} 不是 UTF-8 编码的文本文件。`);
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return refused('file-missing', `找不到文件 ${file}。`);
    if (code === 'EISDIR') return refused('file-is-folder', `${file} 是文件夹，不是申报答案文件。`);
    if (code === 'EACCES' || code === 'EPERM') return refused('no-permission', `没有权限读取 ${file}。`);
    throw error;
  }
}

function repeatedIds(answers: Answers): AnswerProblem[] {
  const lists = {
    ownIndicators: answers.ownIndicators,
    consortium: answers.consortium,
    budget: answers.budget,
    invoices: answers.invoices,
    ledger: answers.ledger,
    ...Object.fromEntries(answers.ledger.map((project, index) => [`ledger[${index}].rows`, project.rows])),
  };
  return Object.entries(lists).flatMap(([path, rows]) => {
    const seen = new Set<string>();
    return rows.flatMap(({ id }, index) => {
      if (id === undefined) return [];
      const again = seen.has(id);
      seen.add(id);
      return again ? [{ path: `${path}[${index}].id`, message: `编号“${id}”出现了两次` }] : [];
    });
  });
}
