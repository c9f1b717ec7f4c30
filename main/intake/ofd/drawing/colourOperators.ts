import type { Colour } from './colourOf.ts';
import { pdfNumbers } from './pdfNumbers.ts';

export function fillOperator({ rgb }: Colour): string {
  return `${pdfNumbers(...rgb)} rg`;
}

export function strokeOperator({ rgb }: Colour): string {
  return `${pdfNumbers(...rgb)} RG`;
}
