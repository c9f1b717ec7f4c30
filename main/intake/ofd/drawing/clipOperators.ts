import { attributeOf, childOf, childrenOf, type XmlElement } from '../../xml/xmlElement.ts';
import { combine, IDENTITY, type Matrix, parseMatrix } from '../matrix.ts';
import { objectMatrix } from './objectMatrix.ts';
import { pathOperators } from './pathOperators.ts';

const MOST_CLIPS = 100;

/**
 * Operators that leave visible only what an object's Clips let through: inside every Clip, in any of its areas. Areas of
 * text are left out: what they would hide is shown.
 */
export function clipOperators(object: XmlElement): string {
  const clips = childOf(object, 'Clips');
  if (clips === null) return '';
  const moves = attributeOf(clips, 'TransFlag') !== 'false';
  const base: Matrix = moves
    ? objectMatrix(object)
    : objectMatrix({ ...object, attributes: withoutMatrix(object) });
  return childrenOf(clips, 'Clip')
    .slice(0, MOST_CLIPS)
    .map((clip) => {
      const paths = childrenOf(clip, 'Area').flatMap((area) => {
        const matrix = combine(base, parseMatrix(area.attributes.get('CTM')) ?? IDENTITY);
        return childrenOf(area, 'Path').map((path) =>
          pathOperators(childOf(path, 'AbbreviatedData')?.text ?? '', combine(matrix, objectMatrix(path))),
        );
      });
      const all = paths.filter((path) => path !== '').join('\n');
      return all === '' ? '' : `${all}\nW n`;
    })
    .filter((each) => each !== '')
    .join('\n');
}

function withoutMatrix(object: XmlElement): ReadonlyMap<string, string> {
  return new Map([...object.attributes].filter(([name]) => name !== 'CTM'));
}
