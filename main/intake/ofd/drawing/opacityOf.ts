import type { XmlElement } from '../../xml/xmlElement.ts';
import { numberOf } from '../numbersOf.ts';

/** How much of an object covers, from 0 to 1. */
export function opacityOf(object: XmlElement): number {
  return Math.min(1, Math.max(0, (numberOf(object.attributes.get('Alpha')) ?? 255) / 255));
}
