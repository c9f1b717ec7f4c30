import { assertNever } from '../../../shared/assertNever.ts';
import type { KindState, KindStatus } from '../attachments/kindStates.ts';

/** One line of the attachment list in small. */
export type AttachmentLine = {
  readonly kind: string;
  readonly label: string;
  readonly files: number;
  readonly state: 'there' | 'lacking' | 'doubt' | 'problem';
  /** As the board says it. */
  readonly word: string;
};

/** The checklist in small, from the states the board shows; what is only welcome and not there is left out. */
export function attachmentLines(kinds: readonly KindState[]): readonly AttachmentLine[] {
  return kinds.flatMap(({ id, label, files, status, grave }): AttachmentLine[] => {
    const words = wordsOf(status, grave);
    return words === null ? [] : [{ kind: id, label, files: files.length, ...words }];
  });
}

function wordsOf(status: KindStatus, grave: boolean): Pick<AttachmentLine, 'state' | 'word'> | null {
  switch (status) {
    case 'missing':
      return { state: 'lacking', word: '缺' };
    case 'partly':
      return { state: 'lacking', word: '未齐' };
    case 'trouble':
      return { state: grave ? 'problem' : 'doubt', word: '有问题' };
    case 'complete':
      return { state: 'there', word: '已齐' };
    case 'given':
      return { state: 'there', word: '已附' };
    case 'empty':
      return null;
    default:
      return assertNever(status);
  }
}
