import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type CallProblem, pathText } from './callProblem.ts';

export interface ParsedJson {
  readonly value: unknown;
  readonly problems: readonly CallProblem[];
  /** Line of a value, or of the nearest thing around it that exists; null for an empty file. */
  lineOf(path: readonly (string | number)[]): number | null;
}

/** ParseErrorCode of jsonc-parser, worded for people; a const enum cannot be imported under type stripping. */
const WORDS: Readonly<Record<number, readonly [string, string]>> = {
  1: ['这里的字符不认得', '文字要放在英文双引号里；数字、true、false、null 不用引号'],
  2: ['数字写得不对', '数字只用 0-9 和小数点，例如 300 或 0.01'],
  3: ['这里缺一个属性名', '属性名要放在英文双引号里'],
  4: ['这里缺一个值', '请在冒号后面写上值，或删去多余的逗号'],
  5: ['这里缺一个冒号', '属性名和值之间用英文冒号 : 隔开'],
  6: ['这里缺一个逗号', '两项之间用英文逗号 , 隔开'],
  7: ['缺一个右花括号 }', '请检查 { 和 } 是否成对'],
  8: ['缺一个右方括号 ]', '请检查 [ 和 ] 是否成对'],
  9: ['文件到这里应该结束了', '请删去后面多余的内容'],
  10: ['JSON 文件里不能写注释', '请删去注释'],
  11: ['注释没有结束', '请删去注释'],
  12: ['引号没有成对', '请在文字后面补上英文双引号 "'],
  13: ['数字没有写完', '请补全数字'],
  14: ['\\u 后面要有四位十六进制数字', '请改正，或直接写出这个字'],
  15: ['反斜杠 \\ 后面的字符不对', '要写反斜杠本身请写两个：\\\\'],
  16: ['文字里有看不见的控制字符', '请删去它；换行写作 \\n'],
};

const FULL_WIDTH = /[“”‘’，：；｛｝［］【】]/;

/** Reads JSON the way a patient editor does: every mistake with its line, keys written twice included. */
export function parseCallJson(text: string): ParsedJson {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const lineAt = lineFinder(text);
  const problems = errors.map(({ error, offset }) => {
    const [message, mend] = WORDS[error] ?? ['JSON 写得不对', '请对照一份正确的通知文件'];
    const near = text.slice(Math.max(0, offset - 1), offset + 2);
    const wide = FULL_WIDTH.exec(near)?.[0];
    return {
      path: '',
      line: lineAt(offset),
      message: wide === undefined ? message : `这里用了中文标点“${wide}”`,
      mend: wide === undefined ? mend : 'JSON 的引号、逗号、冒号和括号都要用英文半角',
    };
  });
  // One slip makes the rest of its line look wrong too; the first one is what helps.
  const first = problems.filter(
    (problem, index) => problems.findIndex(({ line }) => line === problem.line) === index,
  );
  const doubled = root === undefined ? [] : doubledKeys(root, lineAt, []);
  return {
    value: root === undefined ? undefined : getNodeValue(root),
    problems: [...first, ...doubled],
    lineOf(path) {
      if (root === undefined) return null;
      for (let length = path.length; length >= 0; length -= 1) {
        const node = findNodeAtLocation(root, path.slice(0, length));
        if (node !== undefined)
          return lineAt(node.parent?.type === 'property' ? node.parent.offset : node.offset);
      }
      return null;
    },
  };
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** JSON keeps the last of two equal keys and loses the first without a word. */
function doubledKeys(
  node: Node,
  lineAt: (offset: number) => number,
  path: readonly (string | number)[],
): CallProblem[] {
  if (node.type === 'array')
    return (node.children ?? []).flatMap((child, index) => doubledKeys(child, lineAt, [...path, index]));
  if (node.type !== 'object') return [];
  const first = new Map<string, number>();
  return (node.children ?? []).flatMap((property) => {
    const [name, value] = property.children ?? [];
    const key = String(name?.value);
    const at = [...path, key];
    const before = first.get(key);
    first.set(key, before ?? property.offset);
    const inside = value === undefined ? [] : doubledKeys(value, lineAt, at);
    if (before === undefined) return inside;
    const doubled = {
      path: pathText(at),
      line: lineAt(property.offset),
      message: `属性“${key}”写了两次，第一次在第 ${lineAt(before)} 行`,
      mend: '请删去其中一个，否则前面写的会不声不响地失效',
    };
    return [doubled, ...inside];
  });
}
