import type { Call } from '../calls/schema/call.ts';
import type { Piece } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import { claimedAmountFen } from '../entities/invoice.ts';
import { ledgerClaimedFen, ledgerTotalFen } from '../entities/ledger.ts';
import { formatMoney } from '../entities/money.ts';
import { investmentUnit, sumFen } from './budgetTable.ts';
import type { PrintedValue } from './bundleDocument.ts';
import { ownOfCells, printedFormRows } from './form.ts';
import { answerOfPiece, labelOfPiece, type PieceSource } from './pieces.ts';
import { plainText } from './plainText.ts';

/** Name of a fixed sentence that stands beside no label. */
const FIXED_WORDING = '固定文字';

function wordsOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('')
    .trim();
}

function asLabel(words: string): string {
  return words.replace(/[：:\s　]+$/u, '').trim();
}

/**
 * Answers and fixed wordings of one line or cell. Its label is the words it begins with, or the last ones
 * before it that end in a colon; words that only join two answers (至) are none.
 */
function valuesOf(pieces: readonly Piece[], labelBefore: string, source: PieceSource): PrintedValue[] {
  let before = '';
  return pieces.flatMap((piece, index): PrintedValue[] => {
    if ('wording' in piece) {
      const text = source.call.wording[piece.wording];
      return text === undefined ? [] : [{ what: labelBefore || FIXED_WORDING, text: plainText(text) }];
    }
    if ('text' in piece) {
      if (index === 0 || /[：:][\s　]*$/u.test(piece.text)) before = asLabel(piece.text);
      return [];
    }
    const answer = answerOfPiece(piece, source);
    if (answer === null) return [];
    const own = 'own' in piece ? plainText(source.own?.name ?? '') : '';
    return [{ what: own || before || labelBefore || labelOfPiece(piece, source), text: plainText(answer) }];
  });
}

function formValues(call: Call, application: Application): PrintedValue[] {
  return printedFormRows(call, application).flatMap((printed) => {
    const own = ownOfCells(printed);
    let label = '';
    return printed.row.cells.flatMap((cell, index): PrintedValue[] => {
      if (cell.role === 'label') label = asLabel(wordsOf(cell.pieces)) || label;
      return valuesOf(cell.pieces, label, { call, application, own: own[index] ?? null });
    });
  });
}

function totals(call: Call, application: Application): PrintedValue[] {
  const tables = new Set(
    call.outline.flatMap(({ items }) =>
      items.flatMap(({ generated }) => generated.map((block) => ('table' in block ? block.table : ''))),
    ),
  );
  const { amountBasis } = application.settings;
  const claimed = sumFen(application.invoices.map((invoice) => claimedAmountFen(invoice, amountBasis)));
  const budget = sumFen(application.budget.map(({ amountFen }) => amountFen));
  const ledger = sumFen(application.ledger.map(ledgerClaimedFen));
  return [
    ...(tables.has('budget')
      ? [{ what: '项目投资预算表合计', text: formatMoney(budget, investmentUnit(call)) }]
      : []),
    ...(tables.has('invoices') ? [{ what: '已完成投资明细表合计', text: formatMoney(claimed, 'yuan') }] : []),
    ...(tables.has('ledger') && application.ledger.length > 0
      ? [
          { what: '研发支出辅助账计入投资合计', text: formatMoney(ledger, 'yuan') },
          ...application.ledger.map((project, index) => ({
            what: `研发项目 ${index + 1} 的归集合计`,
            text: formatMoney(ledgerTotalFen(project), 'yuan'),
          })),
        ]
      : []),
  ];
}

/** Every answer on cover and form under the label it is printed with, the fixed wording, and the tables' totals. */
export function printedValues(call: Call, application: Application): PrintedValue[] {
  const source = { call, application };
  const has = (kind: string) => call.parts.some((part) => part.kind === kind);
  return [
    ...(has('cover')
      ? call.cover.lines.flatMap((line) => valuesOf(line.pieces, asLabel(line.label), source))
      : []),
    ...(has('form')
      ? [
          ...call.form.above.flatMap(({ pieces }) => valuesOf(pieces, '', source)),
          ...formValues(call, application),
          ...call.form.below.flatMap((pieces) => valuesOf(pieces, '', source)),
        ]
      : []),
    ...(has('plan') ? totals(call, application) : []),
  ];
}
