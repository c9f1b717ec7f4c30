import { describe, expect, it } from 'vitest';
import { shownTitle } from '../../../renderer/steps/attachments/shownTitle.ts';
import { Attachment } from '../../../shared/entities/attachment.ts';

const file = (name: string, title = ''): Attachment =>
  Attachment.parse({
    id: name,
    kind: 'k',
    name,
    title,
    sha256: 'a'.repeat(64),
    bytes: 9,
    sniffedType: 'pdf',
    pages: 1,
  });

describe('the name of a file on the board', () => {
  it('leaves its ending out, unless another file of its kind would be called the same', () => {
    const files = [file('A-数电.pdf'), file('A-数电.ofd'), file('B.pdf')];
    expect(files.map((one) => shownTitle(one, files))).toEqual(['A-数电.pdf', 'A-数电.ofd', 'B']);
  });

  it('is the title a person gave it', () => {
    const files = [file('A.pdf', '合同'), file('B.pdf', '合同')];
    expect(files.map((one) => shownTitle(one, files))).toEqual(['合同', '合同']);
  });
});
