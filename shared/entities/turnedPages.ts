import type { Attachment, FileProblem } from './attachment.ts';

/** Turns of the whole file that set upright what intake found lying or standing on its head. */
const UPRIGHT: ReadonlyMap<string, readonly Attachment['rotate'][]> = new Map([
  ['page-upside-down', [180]],
  // Which way it lies is seen on the page, not told by the problem.
  ['page-sideways', [90, 270]],
]);

/** How a problem of a file says what is wrong with pages that do not stand upright. */
const WORDS: Readonly<Record<string, string>> = {
  'page-upside-down': '上下颠倒',
  'page-sideways': '横着放',
};

type TurnableFile = Pick<Attachment, 'rotate' | 'pages' | 'omitPages'>;

/** Whether a problem of a file is of pages that do not stand upright, and it was neither turned nor they left out. */
export function isStillTurned(file: TurnableFile, problem: FileProblem): boolean {
  return (
    UPRIGHT.get(problem.code)?.includes(file.rotate) === false && boundPages(file, problem)?.length !== 0
  );
}

/** Whether a problem of a file is of pages that do not stand upright, turned meanwhile or not. */
export function isOfTurnedPages({ code }: FileProblem): boolean {
  return UPRIGHT.has(code);
}

/** What is wrong and what to do: a file is turned as a whole, which would put its other pages on their head. */
export function turnedInWords(file: TurnableFile, problem: FileProblem): string {
  const wrong = boundPages(file, problem);
  const all = (file.pages ?? 0) - file.omitPages.length;
  if (wrong === null || wrong.length >= all) return problem.message;
  const named =
    wrong.slice(0, MOST_NAMED).join('、') + (wrong.length > MOST_NAMED ? ` 等 ${wrong.length}` : '');
  return `第 ${named} 页${WORDS[problem.code] ?? '没有放正'}，其他页不是这样，整份旋转会把它们转歪；请把这几页转正后重新扫描，或拆成两份分别添加`;
}

const MOST_NAMED = 8;

/** Pages it is about that come into the volume; null where nobody noted them. */
function boundPages({ omitPages }: TurnableFile, { pages }: FileProblem): readonly number[] | null {
  return pages?.filter((page) => !omitPages.includes(page)) ?? null;
}
