import type { Call } from '../../shared/calls/schema/call.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';
import { evidenceKinds, kindOfReading } from '../../shared/evidence/kindOfReading.ts';
import type { FileToAdd } from './fileToAdd.ts';
import { kindOfFolder } from './kindOfPath.ts';

/** What decides the kinds of files, besides what they tell. */
export interface SortingWish {
  /** The kind the user said for all of them. */
  readonly given: string | null;
  /** Kind by a file's way, for what is no evidence; null when the name tells none. */
  readonly kindOfName: (ref: string) => string | null;
  /** Kind of what nothing is known of. */
  readonly general: string;
}

export interface Sorting {
  /** Kind by what is known before a file is opened. */
  readonly firstKind: (ref: string) => string;
  /** Whether a file may turn out to be evidence: a licence put among the licences is not searched for invoices. */
  readonly isReadable: (ref: string) => boolean;
  readonly kindOf: (file: FileToAdd, reading: FileReading) => string;
  /** Whether nothing told the kind a file came to stand under; to be asked when all are sorted. */
  readonly isGuessed: (file: Pick<FileToAdd, 'path' | 'ref'>) => boolean;
}

/** The kind of a file: what the user said, its folder, what it tells, its name, and else the most general one. */
export function sortFiles(call: Call, { given, kindOfName, general }: SortingWish): Sorting {
  const kinds = evidenceKinds(call);
  const folderKind = kindOfFolder(call);
  const fixed = (ref: string): string | null => given ?? folderKind(ref);
  const byPath = (ref: string): string | null => fixed(ref) ?? kindOfName(ref);
  const byContent = new Set<string>();
  return {
    firstKind: (ref) => byPath(ref) ?? general,
    isReadable: (ref) => {
      const kind = fixed(ref);
      return kind === null || kind === kinds.invoices || kind === kinds.ledger;
    },
    kindOf: ({ path, ref, kind }, reading) => {
      const found = fixed(ref) === null ? kindOfReading(kinds, reading) : null;
      if (found !== null) byContent.add(path);
      return found ?? kind;
    },
    isGuessed: ({ path, ref }) => !byContent.has(path) && byPath(ref) === null,
  };
}
