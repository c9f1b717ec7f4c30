import type { XmlElement } from '../xml/xmlElement.ts';
import { numberOf } from './numbersOf.ts';
import { parseDeltas } from './parseDeltas.ts';

/** A character with its origin (left end of its baseline) in the space of its text object, in millimetres. */
export type PlacedCharacter = {
  readonly character: string;
  readonly x: number;
  readonly y: number;
  /** Room until the next character of the same line; null for the last, and where lines break. */
  readonly pitch: number | null;
};

/** More characters than this in one object are no text. */
const MOST_CHARACTERS = 20_000;

/**
 * The characters of a TextCode where DeltaX and DeltaY put them. Without deltas they stand one after the other.
 * @param advanceOf width of a character in the object's font, in millimetres
 */
export function placeCharacters(
  code: XmlElement,
  advanceOf: (character: string) => number,
): readonly PlacedCharacter[] {
  const characters = [...textOf(code)].slice(0, MOST_CHARACTERS);
  const steps = characters.length - 1;
  const deltaX = parseDeltas(code.attributes.get('DeltaX'), steps);
  const deltaY = parseDeltas(code.attributes.get('DeltaY'), steps);
  let x = numberOf(code.attributes.get('X')) ?? 0;
  let y = numberOf(code.attributes.get('Y')) ?? 0;
  return characters.map((character, index) => {
    const step = { x: deltaX?.[index] ?? 0, y: deltaY?.[index] ?? 0 };
    // A column that runs down the page has steps in y alone.
    if (deltaX === null && step.y === 0) step.x = advanceOf(character);
    const along = index < steps && step.x > 0 && step.y === 0;
    const placed = { character, x, y, pitch: along ? step.x : null };
    x += step.x;
    y += step.y;
    return placed;
  });
}

/** What a TextCode says, without the line breaks of a file that is indented. */
export function textOf(code: XmlElement): string {
  return code.text.replace(/^\s*[\r\n]\s*|\s*[\r\n]\s*$/g, '').replace(/[\r\n]/g, '');
}
