import { childOf, type XmlElement } from '../../xml/xmlElement.ts';
import { IDENTITY } from '../matrix.ts';
import { BLACK } from './colourOf.ts';
import { fillOperator, strokeOperator } from './colourOperators.ts';
import { objectMatrix } from './objectMatrix.ts';
import { opacityOf } from './opacityOf.ts';
import { pathOperators } from './pathOperators.ts';
import { pdfNumbers } from './pdfNumbers.ts';
import { penOf } from './penOf.ts';
import type { Scene } from './scene.ts';

/** A PathObject: lines of a table, boxes, curves of a seal. */
export function drawPath(object: XmlElement, { canvas, resources, layer }: Scene): void {
  const path = pathOperators(childOf(object, 'AbbreviatedData')?.text ?? '', IDENTITY);
  if (path === '') return;
  const pen = penOf(object, layer, resources);
  const stroke = object.attributes.get('Stroke') === 'false' ? null : (pen.stroke ?? BLACK);
  // A fill of no colour is transparent.
  const fill = object.attributes.get('Fill') === 'true' ? pen.fill : null;
  if (stroke === null && fill === null) return;
  const opacity = opacityOf(object);
  canvas.within(objectMatrix(object), () => {
    canvas.look({
      fillAlpha: (fill?.alpha ?? 1) * opacity,
      strokeAlpha: (stroke?.alpha ?? 1) * opacity,
      multiply: false,
    });
    if (fill !== null) canvas.put(fillOperator(fill));
    if (stroke !== null) {
      canvas.put(strokeOperator(stroke));
      const { lineWidth, cap, join, miterLimit, dash, dashOffset } = pen;
      canvas.put(`${pdfNumbers(lineWidth)} w ${cap} J ${join} j ${pdfNumbers(miterLimit)} M`);
      if (dash.length > 0) canvas.put(`[${pdfNumbers(...dash)}] ${pdfNumbers(dashOffset)} d`);
    }
    const evenOdd = object.attributes.get('Rule') === 'Even-Odd' ? '*' : '';
    canvas.put(`${path}\n${fill === null ? 'S' : `${stroke === null ? 'f' : 'B'}${evenOdd}`}`);
  });
}
