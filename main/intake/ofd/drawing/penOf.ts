import { childOf, type XmlElement } from '../../xml/xmlElement.ts';
import { numberOf, numbersOf } from '../numbersOf.ts';
import { type Colour, colourOf } from './colourOf.ts';
import type { OfdResources } from './ofdResources.ts';

/** How an object is drawn. Lengths in millimetres. */
export type Pen = {
  /** Null where nothing says a colour. */
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly lineWidth: number;
  /** As PDF counts them. */
  readonly cap: 0 | 1 | 2;
  readonly join: 0 | 1 | 2;
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
};

/** What the standard says where nothing is said. */
const PLAIN_WIDTH = 0.353;
const PLAIN_MITER = 4.234;
const CAPS: Readonly<Record<string, 0 | 1 | 2>> = { Butt: 0, Round: 1, Square: 2 };
const JOINS: Readonly<Record<string, 0 | 1 | 2>> = { Miter: 0, Round: 1, Bevel: 2 };
/** Params that build on each other in a ring must end. */
const LONGEST_CHAIN = 16;
const MOST_DASHES = 32;

/**
 * What an object says itself, else its DrawParam and those this one builds on, else those of its layer.
 * @param layer id of the layer's DrawParam; empty for none
 */
export function penOf(object: XmlElement, layer: string, resources: OfdResources): Pen {
  const sources = [
    object,
    ...chainOf(object.attributes.get('DrawParam') ?? '', resources),
    ...chainOf(layer, resources),
  ];
  const attribute = (name: string): string | undefined => {
    for (const source of sources) {
      const value = source.attributes.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const colour = (name: string): Colour | null => {
    for (const source of sources) {
      const found = childOf(source, name);
      if (found !== null) return colourOf(found, resources);
    }
    return null;
  };
  const dash = numbersOf(attribute('DashPattern'))?.slice(0, MOST_DASHES) ?? [];
  return {
    fill: colour('FillColor'),
    stroke: colour('StrokeColor'),
    lineWidth: Math.max(0, numberOf(attribute('LineWidth')) ?? PLAIN_WIDTH),
    cap: CAPS[attribute('Cap') ?? ''] ?? 0,
    join: JOINS[attribute('Join') ?? ''] ?? 0,
    miterLimit: Math.max(1, numberOf(attribute('MiterLimit')) ?? PLAIN_MITER),
    dash: dash.every((length) => length >= 0) && dash.some((length) => length > 0) ? dash : [],
    dashOffset: numberOf(attribute('DashOffset')) ?? 0,
  };
}

function chainOf(id: string, resources: OfdResources): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let next = id; next !== '' && chain.length < LONGEST_CHAIN; ) {
    const found = resources.drawParam(next);
    if (found === null) break;
    chain.push(found);
    next = found.attributes.get('Relative') ?? '';
  }
  return chain;
}
