import { describe, expect, it } from 'vitest';
import { placePage } from '../../../main/bundle/assemble/placePage.ts';
import { placePicture } from '../../../renderer/preview/placePicture.ts';

const MM = 72 / 25.4;
const sheet = { width: 210 * MM, height: 297 * MM };

/** Where the binding lays the same page: the preview must not tell another story. */
function bound(widthMm: number, heightMm: number, spineRight: boolean, turn: number) {
  const box = { x0: 0, y0: 0, x1: widthMm * MM, y1: heightMm * MM };
  return placePage({ box, rotate: 0, userUnit: 1 }, spineRight, turn);
}

describe('a page of a file in the preview', () => {
  it.each([
    [297, 420, 0],
    [420, 297, 0],
    [420, 297, 180],
    [297, 420, 90],
    [297, 420, 270],
    [210, 290, 0],
  ] as const)('of %i × %i mm, turned by %i, lies as it will be bound', (width, height, turn) => {
    for (const spineRight of [false, true]) {
      const theirs = bound(width, height, spineRight, turn);
      const ours = placePicture({ width, height }, { ...sheet, spineRight }, turn);
      expect(ours.turn).toBe(theirs.turn);
      const sideways = ours.turn === 90 || ours.turn === 270;
      const shown = sideways ? { w: ours.height, h: ours.width } : { w: ours.width, h: ours.height };
      expect(shown.w).toBeCloseTo(theirs.target.width, 0);
      expect(shown.h).toBeCloseTo(theirs.target.height, 0);
      // A turn is about the middle, which stays.
      expect(ours.left + ours.width / 2).toBeCloseTo(theirs.target.x + theirs.target.width / 2, 0);
      expect(ours.top + ours.height / 2).toBeCloseTo(theirs.target.y + theirs.target.height / 2, 0);
    }
  });
});
