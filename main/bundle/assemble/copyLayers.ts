import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef } from 'pdf-lib';
import type { ObjectCopier } from './createObjectCopier.ts';

/** Layers (optional content groups) of the bundle, as object numbers and PDF syntax. */
export type Layers = {
  readonly all: string[];
  readonly hidden: string[];
  /** Entries of /AS: which layers follow their own /Usage when viewed or printed. */
  readonly automatic: string[];
};

/**
 * Carries over which layers of a document are hidden, for those that its copied pages use.
 * Without it every hidden layer of a drawing would show.
 */
export function copyLayers(source: PDFContext, copier: ObjectCopier, layers: Layers): void {
  const catalog = source.lookup(source.trailerInfo.Root);
  const properties = catalog instanceof PDFDict ? catalog.lookup(PDFName.of('OCProperties')) : undefined;
  if (!(properties instanceof PDFDict)) return;
  const config = properties.lookup(PDFName.of('D'));
  const settings = config instanceof PDFDict ? config : undefined;
  const off = new Set(refsOf(source, settings?.get(PDFName.of('OFF'))));
  const on = new Set(refsOf(source, settings?.get(PDFName.of('ON'))));
  const allOff = settings?.lookup(PDFName.of('BaseState')) === PDFName.of('OFF');

  for (const ref of refsOf(source, properties.get(PDFName.of('OCGs')))) {
    if (copier.numberOf(ref) === undefined) continue;
    const text = copier.reference(ref);
    layers.all.push(text);
    if (off.has(ref) || (allOff && !on.has(ref))) layers.hidden.push(text);
  }
  const automatic = settings?.lookup(PDFName.of('AS'));
  if (!(automatic instanceof PDFArray)) return;
  for (const item of automatic.asArray()) {
    const entry = source.lookup(item);
    if (!(entry instanceof PDFDict)) continue;
    const used = refsOf(source, entry.get(PDFName.of('OCGs'))).filter(
      (ref) => copier.numberOf(ref) !== undefined,
    );
    if (used.length === 0) continue;
    const groups = used.map((ref) => copier.reference(ref)).join(' ');
    layers.automatic.push(`<<${copier.entries(entry, new Set(['/OCGs']))}/OCGs[${groups}]>>`);
  }
}

/** The entries of the catalog's /OCProperties, or '' when no file has layers. */
export function layersText(layers: Layers): string {
  if (layers.all.length === 0) return '';
  const all = layers.all.join(' ');
  return `<</OCGs[${all}]/D<</Order[${all}]/OFF[${layers.hidden.join(' ')}]/AS[${layers.automatic.join('')}]>>>>`;
}

function refsOf(source: PDFContext, object: PDFObject | undefined): PDFRef[] {
  const array = source.lookup(object);
  return array instanceof PDFArray ? array.asArray().filter((item) => item instanceof PDFRef) : [];
}
