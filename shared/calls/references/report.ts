import { didYouMean } from '../didYouMean.ts';

export type CallPath = readonly (string | number)[];

/** Something a call's author has to mend: where, what is wrong, what to do. */
export interface ReferenceProblem {
  readonly path: CallPath;
  readonly message: string;
  readonly mend: string;
}

/** Collects problems; `known` is the one way a reference is resolved. */
export interface Report {
  readonly problems: readonly ReferenceProblem[];
  add(path: CallPath, message: string, mend: string): void;
  /** Whether `id` is among `ids`; a problem is noted when it is not. `what` names the thing: “字段”. */
  known(path: CallPath, id: string, ids: Iterable<string>, what: string, where: string): boolean;
  /** Notes every id that stands twice. `path` leads to the list; `key` is the property that holds the id. */
  unique(path: CallPath, ids: readonly string[], what: string, key?: string): void;
}

const LISTED = 8;

function listed(ids: readonly string[]): string {
  if (ids.length === 0) return '还没有任何一项';
  const more = ids.length > LISTED ? ` 等 ${ids.length} 项` : '';
  return `现有：${ids.slice(0, LISTED).join('、')}${more}`;
}

export function createReport(): Report {
  const problems: ReferenceProblem[] = [];
  const add = (path: CallPath, message: string, mend: string) => {
    problems.push({ path, message, mend });
  };
  return {
    problems,
    add,
    known(path, id, ids, what, where) {
      const all = [...ids];
      if (all.includes(id)) return true;
      const near = didYouMean(id, all);
      const mend =
        near === null
          ? `请改用 ${where} 中已有的编号，或先在 ${where} 中加上它（${listed(all)}）`
          : `是否想写“${near}”？否则请先在 ${where} 中加上“${id}”`;
      add(path, `找不到${what}“${id}”`, mend);
      return false;
    },
    unique(path, ids, what, key = 'id') {
      const first = new Map<string, number>();
      ids.forEach((id, index) => {
        const before = first.get(id);
        if (before === undefined) first.set(id, index);
        else
          add(
            [...path, index, key],
            `${what}“${id}”重复：第 ${before + 1} 项已经用了这个编号`,
            '请给其中一项换一个没有用过的编号',
          );
      });
    },
  };
}
