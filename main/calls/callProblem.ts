/** Something a call's author has to mend. */
export interface CallProblem {
  /** `rules[12].must.atLeast[0].field`; empty for the file as a whole. */
  readonly path: string;
  /** Line in the file, from 1; null when the problem has no single place. */
  readonly line: number | null;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** `['rules', 12, 'must']` as `rules[12].must`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
