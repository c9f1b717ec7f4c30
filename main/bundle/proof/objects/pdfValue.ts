export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}
export interface PdfRef {
  readonly kind: 'ref';
  readonly number: number;
}
export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Offset of the stream's first byte from where parsing began; null when the dictionary has no stream. */
  readonly streamAt: number | null;
}
export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}
/** A PDF object as far as the proof needs it; strings are kept as raw text. */
export type PdfValue = null | boolean | number | string | PdfName | PdfRef | PdfDict | PdfArray;

export function isDict(value: PdfValue): value is PdfDict {
  return typeof value === 'object' && value !== null && value.kind === 'dict';
}
export function isRef(value: PdfValue): value is PdfRef {
  return typeof value === 'object' && value !== null && value.kind === 'ref';
}
export function isArray(value: PdfValue): value is PdfArray {
  return typeof value === 'object' && value !== null && value.kind === 'array';
}
export function nameOf(value: PdfValue): string | null {
  return typeof value === 'object' && value !== null && value.kind === 'name' ? value.name : null;
}
