import { numbersOf } from './numbersOf.ts';

/** A rectangle in millimetres, y downwards. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** `x y width height`; null when it is malformed or has no area at all in a direction below zero. */
export function parseBox(text: string | undefined): Box | null {
  const [x, y, width, height] = numbersOf(text) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return width < 0 || height < 0 ? null : { x, y, width, height };
}
