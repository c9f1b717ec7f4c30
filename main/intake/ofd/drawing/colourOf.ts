import { attributeOf, childOf, descendantsOf, type XmlElement } from '../../xml/xmlElement.ts';
import type { OfdResources } from './ofdResources.ts';

/** Red, green and blue from 0 to 1, and how much of it covers. */
export type Colour = {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
};

export const BLACK: Colour = { rgb: [0, 0, 0], alpha: 1 };
const GREY: Colour = { rgb: [0.5, 0.5, 0.5], alpha: 1 };

/**
 * The colour of a FillColor, StrokeColor or Color. A shading becomes the mean of its colours and a pattern the first
 * colour it is drawn with: on an invoice they are backgrounds.
 */
export function colourOf(element: XmlElement, resources: OfdResources): Colour {
  const alpha = clamp(Number(attributeOf(element, 'Alpha') || '255') / 255);
  const shading = element.children.find(({ name }) => /Shd$/.test(name));
  if (shading !== undefined) return { ...meanOf(shading, resources), alpha };
  const pattern = childOf(element, 'Pattern');
  if (pattern !== null) return { ...patternColour(pattern, resources), alpha };
  const space = resources.colourSpace(attributeOf(element, 'ColorSpace'));
  const type = attributeOf(space, 'Type').toUpperCase();
  const bits = Number(attributeOf(space, 'BitsPerComponent') || '8');
  const most = 2 ** (bits >= 1 && bits <= 16 ? bits : 8) - 1;
  const index = attributeOf(element, 'Index');
  const palette = index === '' ? [] : descendantsOf(space ?? element, 'CV');
  const written = palette[Number(index)]?.text ?? attributeOf(element, 'Value');
  return { rgb: rgbOf(componentsOf(written, most), type), alpha };
}

/** Components as they are written: decimal, or hexadecimal after a `#`. */
function componentsOf(written: string, most: number): readonly number[] {
  return written
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => clamp((word.startsWith('#') ? Number.parseInt(word.slice(1), 16) : Number(word)) / most));
}

function rgbOf(components: readonly number[], type: string): Colour['rgb'] {
  const [a = 0, b = 0, c = 0, d = 0] = components;
  if (type === 'CMYK' || components.length === 4)
    return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
  if (type === 'GRAY' || components.length === 1) return [a, a, a];
  return [a, b, c];
}

function meanOf(shading: XmlElement, resources: OfdResources): Colour {
  const colours = descendantsOf(shading, 'Color').map((each) => colourOf(each, resources).rgb);
  if (colours.length === 0) return GREY;
  const mean = (at: 0 | 1 | 2): number => colours.reduce((sum, rgb) => sum + rgb[at], 0) / colours.length;
  return { rgb: [mean(0), mean(1), mean(2)], alpha: 1 };
}

function patternColour(pattern: XmlElement, resources: OfdResources): Colour {
  const drawn = [...descendantsOf(pattern, 'FillColor'), ...descendantsOf(pattern, 'StrokeColor')];
  const plain = drawn.find((each) => childOf(each, 'Pattern') === null);
  return plain === undefined ? GREY : colourOf(plain, resources);
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
