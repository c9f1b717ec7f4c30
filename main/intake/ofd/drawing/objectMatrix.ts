import type { XmlElement } from '../../xml/xmlElement.ts';
import { type Box, parseBox } from '../box.ts';
import { combine, IDENTITY, type Matrix, parseMatrix } from '../matrix.ts';

/** From the space of an object to the space its Boundary is given in. */
export function objectMatrix(object: XmlElement, plain: Matrix = IDENTITY): Matrix {
  const { x, y } = boundaryOf(object);
  return combine([1, 0, 0, 1, x, y], parseMatrix(object.attributes.get('CTM')) ?? plain);
}

/** A malformed Boundary is an empty one at the corner. */
export function boundaryOf(object: XmlElement): Box {
  return parseBox(object.attributes.get('Boundary')) ?? { x: 0, y: 0, width: 0, height: 0 };
}
