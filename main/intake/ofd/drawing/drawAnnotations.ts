import { attributeOf, childrenOf, descendantsOf, textAt } from '../../xml/xmlElement.ts';
import type { Ofd, OfdDocument, OfdPart } from '../openOfd.ts';
import { drawObjects } from './drawObjects.ts';
import { boundaryOf } from './objectMatrix.ts';
import type { Scene } from './scene.ts';

/** Files with the annotations of a page, by the page's id. */
export function annotationParts(ofd: Ofd, document: OfdDocument): ReadonlyMap<string, readonly OfdPart[]> {
  const found = new Map<string, OfdPart[]>();
  for (const written of childrenOf(document.part.root, 'Annotations')) {
    const list = ofd.partAt(document.part.folder, written.text);
    if (list === null) continue;
    for (const page of childrenOf(list.root, 'Page')) {
      const part = ofd.partAt(list.folder, textAt(page, 'FileLoc'));
      const id = attributeOf(page, 'PageID');
      if (part !== null) found.set(id, [...(found.get(id) ?? []), part]);
    }
  }
  return found;
}

/** Draws what annotations look like: remarks, watermarks, stamps that are no signatures. */
export function drawAnnotations(parts: readonly OfdPart[], scene: Scene): void {
  for (const annotation of parts.flatMap(({ root }) => descendantsOf(root, 'Annot'))) {
    if (attributeOf(annotation, 'Visible') === 'false' || attributeOf(annotation, 'Print') === 'false')
      continue;
    for (const appearance of childrenOf(annotation, 'Appearance')) {
      const { x, y } = boundaryOf(appearance);
      scene.canvas.within([1, 0, 0, 1, x, y], () => drawObjects(appearance, scene));
    }
  }
}
