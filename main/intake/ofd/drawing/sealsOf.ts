import { createHash } from 'node:crypto';
import { attributeOf, childOf, childrenOf, descendantsOf, textAt } from '../../xml/xmlElement.ts';
import { type Box, parseBox } from '../box.ts';
import type { Ofd, OfdDocument, OfdPart } from '../openOfd.ts';
import { type SealPicture, sealPicture } from './sealPicture.ts';

/** A seal on a page. */
export type Seal = {
  readonly pageId: string;
  readonly box: Box;
  /** What of the seal shows, seen from the corner of its box: a seal across the edges of pages shows a strip on each. */
  readonly clip: Box | null;
  /** Null when its picture cannot be found. */
  readonly picture: (SealPicture & { readonly key: string }) | null;
};

const MOST_SIGNATURES = 256;

/** The seals of a document: every signature's StampAnnots with the picture its signed value holds. */
export function sealsOf(ofd: Ofd, document: OfdDocument): readonly Seal[] {
  const loc = textAt(document.body, 'Signatures');
  const list = loc === '' ? null : ofd.partAt('', loc);
  if (list === null) return [];
  return childrenOf(list.root, 'Signature')
    .slice(0, MOST_SIGNATURES)
    .flatMap((signature) => {
      const part = ofd.partAt(list.folder, attributeOf(signature, 'BaseLoc'));
      return part === null ? [] : stampsOf(ofd, part);
    });
}

function stampsOf(ofd: Ofd, part: OfdPart): readonly Seal[] {
  const stamps = descendantsOf(part.root, 'StampAnnot');
  if (stamps.length === 0) return [];
  const picture = pictureOf(ofd, part);
  return stamps.flatMap((stamp): Seal[] => {
    const box = parseBox(attributeOf(stamp, 'Boundary'));
    if (box === null || box.width === 0 || box.height === 0) return [];
    return [
      { pageId: attributeOf(stamp, 'PageRef'), box, clip: parseBox(stamp.attributes.get('Clip')), picture },
    ];
  });
}

/** In the seal's own file where there is one, else in the signed value, which carries the seal. */
function pictureOf(ofd: Ofd, part: OfdPart): Seal['picture'] {
  const info = childOf(part.root, 'SignedInfo');
  const locs = [
    textAt(info, 'Seal/BaseLoc'),
    textAt(part.root, 'SignedValue'),
    'SignedValue.dat',
    'Seal.esl',
  ];
  for (const loc of locs) {
    const bytes = loc === '' ? null : ofd.bytesAt(part.folder, loc);
    const picture = bytes === null ? null : sealPicture(bytes);
    if (picture !== null)
      return { ...picture, key: `seal ${createHash('sha256').update(picture.bytes).digest('hex')}` };
  }
  return null;
}
