import type { z } from 'zod';
import { didYouMean } from '../../shared/calls/didYouMean.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** A place of a call file that has not the shape schema/call.ts asks for. */
export interface ShapeProblem {
  readonly path: Path;
  readonly message: string;
  readonly mend: string;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（放在英文双引号里）',
  number: '数字（不加引号）',
  int: '整数（不加引号）',
  boolean: 'true 或 false（不加引号）',
  array: '一列，写作 [ … ]',
  tuple: '一列，写作 [ … ]',
  object: '一组属性，写作 { … }',
  record: '一组属性，写作 { … }',
  null: 'null',
};

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, step) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined),
    value,
  );
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function suggestion(word: unknown, known: readonly string[]): string {
  const near = typeof word === 'string' ? didYouMean(word, known) : null;
  return near === null ? `可以写：${known.join('、')}` : `是否想写“${near}”？可以写：${known.join('、')}`;
}

/** Keys a strict object of one union branch wanted and did not get, or all it knows by its issues. */
function missingKeys(branch: readonly Issue[]): string[] {
  return branch.flatMap((issue) =>
    issue.path.length === 1 && issue.code !== 'unrecognized_keys' ? [String(issue.path[0])] : [],
  );
}

/**
 * Zod's issues in the words of a call's author. `known` tells the properties an object may have at a
 * path, for near misses; `value` is the file's content.
 */
export function shapeProblems(
  issues: readonly Issue[],
  value: unknown,
  known: (path: Path) => readonly string[],
  base: Path = [],
): ShapeProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    if (issue.code === 'invalid_union') return unionProblems(issue, path, value, known);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `不认得属性“${key}”`,
        mend: unknownKeyMend(key, known(path)),
      }));
    return [{ path, ...words(issue, at(value, path)) }];
  });
}

function unknownKeyMend(key: string, keys: readonly string[]): string {
  return keys.length === 0 ? '请删去它，或对照 docs/writing-a-call.md 核对名字' : suggestion(key, keys);
}

function words(
  issue: Exclude<Issue, z.core.$ZodIssueInvalidUnion>,
  value: unknown,
): Omit<ShapeProblem, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? { message: '缺少这一项', mend: `请补上，应是${TYPES[issue.expected] ?? issue.expected}` }
        : {
            message: `类型不对，现在写的是 ${shown(value)}`,
            mend: `应是${TYPES[issue.expected] ?? issue.expected}`,
          };
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (value === undefined)
        return { message: '缺少这一项', mend: `请补上，可以写：${options.join('、')}` };
      return { message: `不能写 ${shown(value)}`, mend: suggestion(value, options) };
    }
    case 'too_small':
      return issue.origin === 'string'
        ? { message: '文字是空的', mend: '请写上内容' }
        : issue.origin === 'array'
          ? { message: `至少要有 ${issue.minimum} 项，现在不够`, mend: '请补上' }
          : { message: `${shown(value)} 太小`, mend: `不能小于 ${issue.minimum}` };
    case 'too_big':
      return issue.origin === 'array'
        ? { message: `最多 ${issue.maximum} 项，现在多了`, mend: '请删去多余的项' }
        : { message: `${shown(value)} 太大`, mend: `不能大于 ${issue.maximum}` };
    case 'invalid_format':
      return issue.format === 'date'
        ? { message: `${shown(value)} 不是日历上有的日期`, mend: '请写作 2020-02-10 的样子' }
        : { message: `${shown(value)} 写得不对`, mend: chinese(issue.message) ?? formatMend(issue) };
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return {
        message: `${shown(value)} 写得不对`,
        mend: chinese(issue.message) ?? '请对照 docs/writing-a-call.md',
      };
    default:
      return { message: '写得不对', mend: '请对照 docs/writing-a-call.md' };
  }
}

function formatMend(issue: z.core.$ZodIssueInvalidStringFormat): string {
  const pattern = 'pattern' in issue && typeof issue.pattern === 'string' ? `（格式 ${issue.pattern}）` : '';
  return `请对照 docs/writing-a-call.md 的写法${pattern}`;
}

/** Messages the schema words itself are Chinese; zod's own are not for our readers. */
function chinese(message: string): string | null {
  return /[\u4e00-\u9fff]/.test(message) ? message : null;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '空';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * A union here is always "an object with exactly one key that says what it is" (conditions, operands,
 * pieces), an object told apart by `type`/`kind`, or a choice of plain types. The branch the author
 * meant is the one whose key is there; its issues are the ones worth telling.
 */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  value: unknown,
  known: (path: Path) => readonly string[],
): ShapeProblem[] {
  const found = at(value, path);
  const given = keysOf(found);
  const branches = issue.errors;
  if (branches.length === 0) {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return [
      {
        path,
        message: found === undefined ? '缺少这一项' : `不能写 ${shown(found)}`,
        mend: options.length > 0 ? suggestion(found, options) : '请对照 docs/writing-a-call.md',
      },
    ];
  }
  const meant = branches.find(
    (branch) =>
      branch.length > 0 &&
      !branch.some((one) => one.code === 'unrecognized_keys' && one.path.length === 0) &&
      !(given.length > 0 && branch.some((one) => one.path.length === 0 && one.code === 'invalid_type')) &&
      missingKeys(branch).every((key) => given.includes(key)),
  );
  if (meant !== undefined && given.length > 0) return shapeProblems(meant, value, known, path);
  const names = [...new Set(branches.flatMap(missingKeys))].filter((key) => key !== '');
  const wide = given.filter((key) => !names.includes(key));
  if (given.length === 0 || names.length === 0)
    return [
      {
        path,
        message: found === undefined ? '缺少这一项' : `这里写的是 ${shown(found)}`,
        mend: names.length > 0 ? `应写作 {"操作符": …}，可以用：${names.join('、')}` : plainMend(branches),
      },
    ];
  if (given.length > 1)
    return [
      {
        path,
        message: `一对花括号里写了 ${given.length} 样：${given.join('、')}`,
        mend: '每对花括号只放一样；几个条件要同时满足，请用 {"all": [ … ]}',
      },
    ];
  const [key = ''] = wide.length > 0 ? wide : given;
  return [{ path: [...path, key], message: `不认得“${key}”`, mend: suggestion(key, names) }];
}

function plainMend(branches: readonly (readonly Issue[])[]): string {
  const types = branches.flat().flatMap((one) => (one.code === 'invalid_type' ? [one.expected] : []));
  const [object, plain] = [types.includes('object'), types.filter((type) => type !== 'object')];
  const words = [...new Set(plain)].map((type) => TYPES[type] ?? type);
  if (object) words.push('{"操作符": …} 写成的条件');
  return words.length > 0 ? `应写作${words.join('，或')}` : '请对照 docs/writing-a-call.md';
}
