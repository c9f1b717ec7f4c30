import { describe, expect, it } from 'vitest';
import { nextZoom, placeWindow } from '../../../main/session/windowState.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: -200, width: 2560, height: 1400 };

describe('the place of the window', () => {
  it('is the whole of a small screen the first time, and the middle of a large one', () => {
    expect(placeWindow(null, [laptop])).toEqual(laptop);
    expect(placeWindow(null, [{ x: 0, y: 25, width: 1920, height: 1055 }])).toEqual({
      x: 277,
      y: 169,
      width: 1366,
      height: 768,
    });
  });

  it('is where it was, on whichever screen that is', () => {
    const left = { x: 40, y: 30, width: 1200, height: 680 };
    const right = { x: 1500, y: 0, width: 1800, height: 1200 };
    expect(placeWindow(left, [laptop, beside])).toEqual(left);
    expect(placeWindow(right, [laptop, beside])).toEqual(right);
  });

  it('is in the middle of the first screen when its own is gone, and no larger than that', () => {
    const right = { x: 1500, y: 0, width: 1800, height: 1200 };
    expect(placeWindow(right, [laptop])).toEqual(laptop);
    const small = { x: 1500, y: 0, width: 1000, height: 600 };
    expect(placeWindow(small, [laptop])).toEqual({ x: 183, y: 64, width: 1000, height: 600 });
  });

  it('is not where its top edge cannot be taken hold of', () => {
    for (const lost of [
      { x: 100, y: -400, width: 1000, height: 600 },
      { x: 100, y: 720, width: 1000, height: 600 },
      { x: -950, y: 100, width: 1000, height: 600 },
      { x: 1330, y: 100, width: 1000, height: 600 },
    ])
      expect(placeWindow(lost, [laptop])).toEqual({ x: 183, y: 64, width: 1000, height: 600 });
  });

  it('is something even when no screen is known', () => {
    expect(placeWindow(null, [])).toEqual({ x: 0, y: 0, width: 1366, height: 768 });
  });
});

describe('zoom', () => {
  it('goes in steps and stays at the ends', () => {
    expect(nextZoom(1, 'in')).toBe(1.1);
    expect(nextZoom(1.1, 'out')).toBe(1);
    expect(nextZoom(2, 'in')).toBe(2);
    expect(nextZoom(0.75, 'out')).toBe(0.75);
    expect(nextZoom(1.2, 'in'), 'from between two steps').toBe(1.25);
  });
});
