import type { ColumnMeaning } from '../../../shared/entities/tableReading.ts';

/**
 * How heads name what a column holds. `names` are whole heads as `plainHead` gives them; `like` fits any part of the
 * head. A rule `under` a group fits only below such a head ("代码" below "销售方").
 */
export type HeadRule<Meaning extends ColumnMeaning | null = ColumnMeaning> = {
  readonly meaning: Meaning;
  readonly names?: readonly string[];
  readonly like?: RegExp;
  readonly under?: RegExp;
};

/** What a rule list says of a column; `path` are its heads from the top down, plain. Undefined: nothing is known. */
export function meaningOf<Meaning extends ColumnMeaning | null>(
  rules: readonly HeadRule<Meaning>[],
  path: readonly string[],
): Meaning | undefined {
  const leaf = path.at(-1) ?? '';
  const above = path.slice(0, -1).join('/');
  return rules.find(
    ({ names, like, under }) =>
      (under === undefined || under.test(above)) &&
      (names?.includes(leaf) === true || like?.test(leaf) === true),
  )?.meaning;
}
