import { readFile, stat } from 'node:fs/promises';
import { answerPlace } from '../../shared/calls/answerPlace.ts';
import { type AnswerProblem, answerProblems } from '../../shared/calls/answerProblems.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { Answers, applicationOf } from '../../shared/entities/answers.ts';
import type { Application } from '../../shared/entities/application.ts';
import { pathText } from '../calls/callProblem.ts';
import { findCall } from '../calls/loadCalls.ts';
import { parseCallJson } from '../calls/parseCallJson.ts';
import { answersShape, sentence, withoutMistakes } from './answersShape.ts';
import type { KnownCalls } from './knownCalls.ts';

/** 10,000 invoices with their lines are about 10 MB; more than this is another kind of file. */
const LARGEST_BYTES = 200 * 1024 * 1024;

/** A mistake in an answers file. */
export interface AnswersProblem {
  /** `invoices[3].issuedOn`; empty for the file as a whole. */
  readonly path: string;
  /** In the file, from 1. */
  readonly line: number | null;
  /** The place as people call it, rows counted from 1; empty when there are no better words. */
  readonly place: string;
  /** What is wrong and what to write instead, whole sentences. */
  readonly message: string;
}

export type ReadAnswers =
  | { readonly ok: true; readonly call: Call; readonly application: Application }
  | {
      readonly ok: false;
      readonly problem: { readonly code: string; readonly message: string };
      readonly details: readonly AnswersProblem[];
    };

function refused(code: string, message: string, details: readonly AnswersProblem[] = []): ReadAnswers {
  return { ok: false, problem: { code, message }, details };
}

/**
 * Reads ANSWERS.json: JSON, its general shape, then whether its call has a place for everything said; the
 * mistakes of both are told together. Incomplete is fine; what has no place is refused with its path and
 * line, so that nothing is dropped silently.
 * @param file absolute path
 */
export async function readAnswers(file: string, calls: KnownCalls): Promise<ReadAnswers> {
  const text = await readText(file);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return refused('answers-not-json', `${file} 是空的，没有答案可读。`);
  try {
    return judged(file, text, calls);
  } catch (error) {
    // Lists within lists many thousand deep: no person's plan, and more than the stack holds.
    if (error instanceof RangeError)
      return refused('answers-too-deep', `${file} 中的内容嵌套太深，没有读入。`);
    throw error;
  }
}

function judged(file: string, text: string, calls: KnownCalls): ReadAnswers {
  const json = parseCallJson(text.replace(/^\uFEFF/, ''));
  if (json.problems.length > 0) {
    const details = json.problems.map(({ path, line, message, mend }) => ({
      path,
      line,
      place: '',
      message: sentence(message, mend),
    }));
    return refused('answers-not-json', `${file} 不是写法正确的 JSON 文件，没有读入。`, details);
  }
  const parsed = Answers.safeParse(json.value);
  const shape = parsed.success ? [] : answersShape(parsed.error.issues, json.value);
  const rest = parsed.success ? parsed : Answers.safeParse(withoutMistakes(json.value, parsed.error.issues));
  const found = rest.success ? findCall(rest.data.call.id, rest.data.call.revision, calls) : null;
  if (found?.ok === false && shape.length === 0) return refused(found.problem.code, found.problem.message);
  const call = found?.ok === true ? found.call : null;
  const ids = rest.success ? repeatedIds(rest.data) : [];
  const problems = [...shape, ...ids];
  if (rest.success && call !== null && ids.length === 0) {
    const application = applicationOf(rest.data);
    problems.push(...answerProblems(call, application));
    if (problems.length === 0) return { ok: true, call, application };
  }
  const details = problems
    .map(({ path, message }) => ({
      path: pathText(path),
      line: json.lineOf(path),
      place: answerPlace(call, path),
      message: /[。？]$/.test(message) ? message : `${message}。`,
    }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return refused('answers-invalid', `${file} 有 ${details.length} 处写法不对，没有读入。`, details);
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
  type List = readonly [path: AnswerProblem['path'], rows: readonly { readonly id?: string | undefined }[]];
  const lists: readonly List[] = [
    [['ownIndicators'], answers.ownIndicators],
    [['consortium'], answers.consortium],
    [['budget'], answers.budget],
    [['invoices'], answers.invoices],
    [['ledger'], answers.ledger],
    ...answers.ledger.map(({ rows }, index): List => [['ledger', index, 'rows'], rows]),
  ];
  return lists.flatMap(([path, rows]) => {
    const seen = new Set<string>();
    return rows.flatMap(({ id }, index) => {
      if (id === undefined) return [];
      const again = seen.has(id);
      seen.add(id);
      return again ? [{ path: [...path, index, 'id'], message: `编号“${id}”出现了两次` }] : [];
    });
  });
}
