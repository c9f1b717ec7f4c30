import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import { assetsFolder } from '../../assetsFolder.ts';
import { createTypesetter, type Typeset, type TypesetInput, type Typesetter } from './createTypesetter.ts';

const typesetters = new Map<string, Typesetter>();

/** The typesetter of this process for one folder of fonts; made once, since loading fonts takes time. */
export function typesetterOf(fontsDir: string): Typesetter {
  const known = typesetters.get(fontsDir);
  if (known !== undefined) return known;
  const typesetter = createTypesetter(fontsDir, assetsFolder('typst'));
  typesetters.set(fontsDir, typesetter);
  return typesetter;
}

/**
 * Typesets a document: blocks to PDF, and the page every anchor stands on. Dividers are one page each after
 * the body, in order. Content never makes it fail: what cannot be printed is printed as a named box and told
 * in `warnings`. The same input gives the same bytes.
 *
 * Called twice for a bundle: the first time without `pageNumbers`, to learn how many pages there are; then,
 * when the files' pages are planned, with them. The second time is quick.
 *
 * It works in this thread; an export and a preview have it done in a process of its own (typesetChild).
 * @param input.fontsDir folder of the font files; the bundled ones when left out
 * @throws when the installation is broken
 */
export async function typeset(
  document: BundleDocument,
  input: TypesetInput & { readonly fontsDir?: string },
): Promise<Typeset> {
  return typesetterOf(input.fontsDir ?? assetsFolder('fonts')).typeset(document, input);
}
