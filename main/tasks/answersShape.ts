import { z } from 'zod';
import type { AnswerProblem } from '../../shared/calls/answerProblems.ts';
import { Answers } from '../../shared/entities/answers.ts';
import { shapeProblems } from '../calls/shapeProblems.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

const NODE_TYPES: Readonly<Record<string, string>> = {
  block: 'paragraph（段落）、heading（标题）、bulletList、orderedList（列表）、table（表格）、image（图片）',
  inline: 'text（文字）、hardBreak（换行）、fact（申报表中的数据）',
  mark: 'bold、italic、underline、superscript、subscript',
};

/** What is wrong with the general shape of an answers file, in sentences. */
export function answersShape(issues: readonly Issue[], json: unknown): AnswerProblem[] {
  return shapeProblems(issues, json, propertiesAt).map(({ path, message, mend }) => ({
    path,
    message: sentence(
      message,
      nodeTypes(path, json) ?? mend.replace('docs/writing-a-call.md', 'schema application 给出的格式'),
    ),
  }));
}

/** `message。mend。`, the last stop only where it lacks. */
export function sentence(message: string, mend: string): string {
  return `${message}。${mend}${/[。？！]$/.test(mend) ? '' : '。'}`;
}

/** For a `type` in the plan's text that the bundle cannot print: the types that may stand there. */
function nodeTypes(path: Path, json: unknown): string | null {
  if (path[0] !== 'plan' || path.at(-1) !== 'type') return null;
  if (path.includes('marks')) return `可以写：${NODE_TYPES.mark}`;
  const depth = path.filter((step) => step === 'content').length;
  if (depth === 0) return '应写作 doc';
  const parent = path.slice(0, -3).reduce<unknown>(stepInto, json);
  const type = stepInto(parent, 'type');
  if (type === 'bulletList' || type === 'orderedList') return '列表里应是 listItem';
  if (type === 'table') return '表格里应是 tableRow';
  if (type === 'tableRow') return '表格的行里应是 tableCell 或 tableHeader';
  return `可以写：${type === 'paragraph' || type === 'heading' ? NODE_TYPES.inline : NODE_TYPES.block}`;
}

function stepInto(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}

/** Names of the properties at a path outside the plan's text, for near misses. */
function propertiesAt(path: Path): readonly string[] {
  type Json = Record<string, unknown>;
  const root = z.toJSONSchema(Answers, { io: 'input' }) as Json;
  const here = path.reduce<unknown>((one, step) => {
    const schema = (one ?? {}) as Json;
    const nullable = Array.isArray(schema.anyOf) ? ((schema.anyOf as Json[])[0] ?? {}) : schema;
    return typeof step === 'number' ? nullable.items : stepInto(nullable.properties, step);
  }, root);
  const properties = stepInto(here, 'properties');
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

/**
 * The same answers with what is wrong in shape left out, so that the rest can be held against the call in
 * the same run. Keys of answers, targets and plan stay: whether the call knows them is still to be told.
 */
export function withoutMistakes(json: unknown, issues: readonly Issue[]): unknown {
  const copy: unknown = structuredClone(json);
  for (const issue of issues) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys' && path[0] !== 'plan')
      for (const key of issue.keys) remove(copy, [...path, key], issue);
    else remove(copy, path, issue);
  }
  return copy;
}

function remove(root: unknown, path: Path, issue: Issue): void {
  const [part, id = ''] = path;
  const last = path.at(-1);
  if (last === undefined) return;
  if (part === 'plan' && path.length > 1) put(root, ['plan', id], { type: 'doc' });
  else if ((part === 'answers' || part === 'targets' || part === 'statements') && path.length > 1)
    put(root, [part, id], null);
  else if (typeof last !== 'number') {
    const parent = path.slice(0, -1).reduce<unknown>(stepInto, root);
    if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, last);
  } else if (issue.code === 'invalid_type' && issue.expected === 'object') put(root, path, {});
  else remove(root, path.slice(0, -1), issue);
}

function put(root: unknown, path: Path, value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>(stepInto, root);
  const last = path.at(-1);
  if (typeof parent === 'object' && parent !== null && last !== undefined) Reflect.set(parent, last, value);
}
