import type { FormCell } from '../../../shared/calls/schema/page.ts';
import { linesOf } from './linesOf.ts';
import styles from './PaperForm.module.css';
import { PaperLine } from './PaperLine.tsx';
import { placed } from './placed.ts';

/** One cell of the form: printed words as they are, answers to be typed into it. */
export function PaperCell({ cell, own }: { readonly cell: FormCell; readonly own: number }) {
  const Tag = cell.role === 'label' && cell.pieces.every((piece) => 'text' in piece) ? 'th' : 'td';
  const lines = linesOf(cell.pieces);
  // The seal's lines of a statement stand at the right, as they are printed.
  const signature = cell.role === 'statement' ? signatureFrom(lines) : lines.length;
  return (
    <Tag
      colSpan={cell.span}
      rowSpan={cell.rows}
      className={styles[cell.role]}
      {...(Tag === 'th' ? { scope: 'row' } : {})}
    >
      {placed(lines).map(({ place, item }) => (
        <PaperLine key={place} pieces={item} align={place >= signature ? 'right' : cell.align} own={own} />
      ))}
    </Tag>
  );
}

function signatureFrom(lines: ReturnType<typeof linesOf>): number {
  const signed = lines.findIndex((line) => line.some((piece) => 'signedOn' in piece));
  if (signed <= 0) return lines.length;
  const before = lines[signed - 1]?.every((piece) => 'text' in piece || 'blank' in piece) === true;
  return before && signed > 1 ? signed - 1 : signed;
}
