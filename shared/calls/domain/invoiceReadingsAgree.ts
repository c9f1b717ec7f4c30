import { type Contradiction, contradictionsOf } from '../../evidence/contradictionsOf.ts';
import { INVOICE_FIELD_WORDS, SOURCE_WORDS, valueInWords } from '../../evidence/evidenceWords.ts';
import { sameFact } from '../../evidence/sameFact.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { evidenceOfRows } from './evidenceOfRows.ts';
import { foreignCopies } from './foreignCopies.ts';
import { rowIn } from './rowIn.ts';

/**
 * What the files of an invoice tell agrees, one source with another and with the row, and no copy of the row is of other
 * invoices only. It is told until a person decided it; nothing is said of rows no file tells of.
 */
export function invoiceReadingsAgree(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const readings = evidenceOfRows(scope).get(row.id) ?? [];
  const foreign = foreignCopies(scope, row.value);
  if (foreign.length === 0 && readings.every(({ fields }) => fields.length === 0)) return null;
  const found = contradictionsOf(row.value, readings);
  const [first] = found;
  const [other] = foreign;
  if (first === undefined && other === undefined) return met();
  return unmet({
    column:
      first === undefined ? 'copies' : first.field.startsWith('redLetterOf') ? 'redLetterOf' : first.field,
    names: found.map(({ field }) => INVOICE_FIELD_WORDS[field]),
    related: foreign.flatMap(({ rows }) => rows.map((id) => `invoices[${id}]`)),
    detail: [...found.map(inWords), ...foreign.map(({ name }) => `影像“${name}”上是另一张发票`)].join('；'),
  });
}

/** 票面二维码上的价税合计是 300.00 元，票面文字上是 330.00 元，表中是 33.00 元 */
function inWords({ field, readings, inRow }: Contradiction): string {
  const told = readings.map(({ source, value }, index) => {
    const what = index === 0 ? `的${INVOICE_FIELD_WORDS[field]}` : '';
    return `${SOURCE_WORDS[source]}${what}是 ${valueInWords(field, value)}`;
  });
  const agrees = inRow === null || readings.some(({ value }) => sameFact(field, value, inRow));
  return [...told, ...(agrees ? [] : [`表中是 ${valueInWords(field, inRow)}`])].join('，');
}
