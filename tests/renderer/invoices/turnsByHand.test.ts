import { describe, expect, it } from 'vitest';
import { shownTurn, stillByHand } from '../../../renderer/steps/invoices/pages/turnsByHand.ts';
import { Attachment } from '../../../shared/entities/attachment.ts';

/** A photo that stands on its head. */
const photo = (rotate: Attachment['rotate'], id = 'f') =>
  Attachment.parse({
    id,
    kind: 'invoice-copies',
    name: 'f.jpg',
    sha256: 'a'.repeat(64),
    bytes: 1,
    sniffedType: 'jpeg',
    pages: 1,
    rotate,
    problems: [{ code: 'page-upside-down', message: '…', severity: 'warning' }],
  });

describe('a photo on its head', () => {
  it('is shown upright, and as a hand turned it, also to where it stands on its head', () => {
    expect(shownTurn(photo(0), 1, [], new Map())).toBe(180);
    expect(shownTurn(photo(270), 1, [], new Map([['f', 270]]))).toBe(270);
    expect(shownTurn(photo(0), 1, [], new Map([['f', 0]]))).toBe(0);
  });

  it('is upright again once the turn is taken back', () => {
    expect(shownTurn(photo(0), 1, [], new Map([['f', 270]]))).toBe(180);
  });

  it('is upright also when the turn that is taken back first was the one to its head', () => {
    const once = stillByHand(new Map([['f', 0]]), [photo(270)]);
    expect(shownTurn(photo(0), 1, [], once)).toBe(180);
  });

  it('takes nothing from another file, and a file that is gone is forgotten', () => {
    const both = new Map([
      ['f', 90],
      ['g', 0],
    ] as const);
    expect(stillByHand(both, [photo(90), photo(0, 'g')])).toBe(both);
    expect([...stillByHand(both, [photo(0), photo(0, 'g')]).keys()]).toEqual(['g']);
    expect([...stillByHand(both, [photo(90)]).keys()]).toEqual(['f']);
  });
});
