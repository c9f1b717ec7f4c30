import { readdirSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../../shared/calls/didYouMean.ts';
import { referenceProblems } from '../../shared/calls/references.ts';
import { Call } from '../../shared/calls/schema/call.ts';
import { assetsFolder } from '../assetsFolder.ts';
import { type CallProblem, pathText } from './callProblem.ts';
import { knownProperties } from './knownProperties.ts';
import { parseCallJson } from './parseCallJson.ts';
import { readCallText } from './readCallText.ts';
import { shapeProblems } from './shapeProblems.ts';

export type LoadedCall =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly problems: readonly CallProblem[] };

/**
 * Reads one call file: JSON, shape, every reference. Problems come with path, line and mend, in Chinese,
 * in the order of the file; a mistake in the JSON hides those of the shape, and those the references.
 */
export function loadCall(file: string): LoadedCall {
  const read = readCallText(file);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const json = parseCallJson(read.text);
  if (json.problems.length > 0) return { ok: false, problems: json.problems };
  const placed = (
    problems: readonly { path: readonly (string | number)[]; message: string; mend: string }[],
  ) => ({
    ok: false as const,
    problems: problems
      .map((problem) => ({ ...problem, path: pathText(problem.path), line: json.lineOf(problem.path) }))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  });
  const parsed = Call.safeParse(json.value);
  if (!parsed.success) return placed(shapeProblems(parsed.error.issues, json.value, knownProperties));
  const broken = referenceProblems(parsed.data);
  return broken.length > 0 ? placed(broken) : { ok: true, call: parsed.data };
}

/** One line a problem, for people: `第 12 行 rules[3].clause：找不到条款“x”。是否想写“y”？`. */
export function sayProblem({ line, path: where, message, mend }: CallProblem): string {
  const place = [line === null ? '' : `第 ${line} 行`, where].filter((part) => part !== '').join(' ');
  return `${place === '' ? '' : `${place}：`}${message}。${mend}${/[。？！]$/.test(mend) ? '' : '。'}`;
}

/** Not a call: the record of the published revisions (docs/writing-a-call.md). */
export const PUBLISHED_FILE = 'published.json';

/**
 * All calls of a folder by id, revisions ascending.
 * @param folder the product's own calls when absent
 * @throws when a file is broken or a revision stands twice: a call that ships must hold
 */
export function loadKnownCalls(folder: string = assetsFolder('calls')): ReadonlyMap<string, readonly Call[]> {
  const calls = new Map<string, Call[]>();
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== PUBLISHED_FILE);
  for (const name of names.sort()) {
    const loaded = loadCall(path.join(folder, name));
    if (!loaded.ok) throw new Error(`通知文件 ${name} 有误：\n${loaded.problems.map(sayProblem).join('\n')}`);
    const revisions = calls.get(loaded.call.id) ?? [];
    if (revisions.some(({ revision }) => revision === loaded.call.revision))
      throw new Error(
        `通知文件 ${name} 有误：${loaded.call.id} 的修订 ${loaded.call.revision} 已经在另一个文件里。`,
      );
    revisions.push(loaded.call);
    calls.set(loaded.call.id, revisions);
  }
  for (const revisions of calls.values()) revisions.sort((a, b) => a.revision - b.revision);
  return calls;
}

export type FoundCall =
  | { readonly ok: true; readonly call: Call }
  | {
      readonly ok: false;
      readonly problem: { readonly code: 'call-unknown' | 'call-revision-unknown'; readonly message: string };
    };

/**
 * The very revision a draft was made for. Another revision is never taken in its place: what was checked
 * under one wording must not be judged under another without anyone noticing.
 */
export function findCall(
  id: string,
  revision: number,
  calls: ReadonlyMap<string, readonly Call[]> = loadKnownCalls(),
): FoundCall {
  const revisions = calls.get(id);
  if (revisions === undefined) {
    const near = didYouMean(id, calls.keys());
    const hint = near === null ? '' : `是否想写“${near}”？`;
    const message = `本软件没有通知“${id}”的数据。${hint}现有：${[...calls.keys()].join('、')}。请更新软件后再打开，文件没有改动。`;
    return { ok: false, problem: { code: 'call-unknown', message } };
  }
  const call = revisions.find((one) => one.revision === revision);
  if (call !== undefined) return { ok: true, call };
  const have = revisions.map((one) => one.revision).join('、');
  const newest = revisions.at(-1)?.revision ?? 0;
  const reason = revision > newest ? '这份申报是用更新的软件制作的' : '这一修订已不在本软件中';
  const message = `这份申报依据通知“${id}”的修订 ${revision}，本软件只有修订 ${have}：${reason}。请使用相应版本的软件，文件没有改动。`;
  return { ok: false, problem: { code: 'call-revision-unknown', message } };
}
