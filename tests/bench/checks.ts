/**
 * Benchmark (c): the checks of 1,000 and of 10,000 invoices, in one run, of two shapes: the usual one,
 * and one where every invoice and as many ledger rows bear one same amount, which must not be slower
 * than its rows make it. Aim: ten times the rows take at most 11 times as long (medians both), and
 * 10,000 usual ones under 100 ms.
 *   node tests/bench/checks.ts
 */
import { evaluate } from '../../shared/calls/evaluate.ts';
import { Application } from '../../shared/entities/application.ts';
import { baseApplication, file } from '../calls/golden/baseApplication.ts';
import { firstCall } from '../calls/golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');

/** The golden application with so many invoices and copies, and a tenth as many ledger rows. */
function withInvoices(count: number): Application {
  const [pattern] = base.invoices;
  const [ledger] = base.ledger;
  const [line] = ledger?.rows ?? [];
  if (pattern === undefined || ledger === undefined || line === undefined)
    throw new Error('the base has no rows');
  return Application.parse({
    ...base,
    answers: { ...base.answers, 'project.investedFen': 100_000 * count },
    invoices: Array.from({ length: count }, (_, n) => ({
      ...pattern,
      id: `invoice-${n + 1}`,
      number: String(20_000_000 + n),
      netFen: 88_496,
      taxFen: 11_504,
      totalFen: 100_000,
      lines: [{ item: '设备', netFen: 88_496, taxRate: '13%', taxFen: 11_504 }],
      voucher: `记-${n}`,
      copies: [`invoice-copies-${n + 1}`],
    })),
    ledger: [
      {
        ...ledger,
        rows: Array.from({ length: count / 10 }, (_, n) => ({
          ...line,
          id: `row-${n}`,
          voucherNumber: String(n),
        })),
        openingFen: null,
        printedTotals: null,
        summaryFen: null,
      },
    ],
    attachments: [
      ...base.attachments.filter((one) => one.kind !== 'invoice-copies'),
      ...Array.from({ length: count }, (_, n) => file('invoice-copies', n + 1)),
    ],
  });
}

/** As many ledger rows as invoices, all of the invoices' amount; none is an invoice's cost. */
function ofOneAmount(count: number): Application {
  const usual = withInvoices(count);
  const [ledger] = usual.ledger;
  const [line] = ledger?.rows ?? [];
  if (ledger === undefined || line === undefined) throw new Error('the base has no rows');
  const rows = Array.from({ length: count }, (_, n) => ({
    ...line,
    id: `row-${n}`,
    voucherNumber: String(900_000 + n),
    voucherFen: 100_000,
    collectedFen: 100_000,
    details: { materials: 100_000 },
  }));
  return Application.parse({ ...usual, ledger: [{ ...ledger, rows }] });
}

/** Median of the runs, after some to warm up. */
function milliseconds(application: Application): number {
  for (let run = 0; run < 10; run += 1) evaluate(call, application);
  const times = Array.from({ length: 15 }, () => {
    const started = performance.now();
    evaluate(call, application);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[7] ?? 0;
}

function measure(shape: string, make: (count: number) => Application): readonly [number, number] {
  const [small = 0, large = 0] = [1_000, 10_000].map((count) => {
    const application = make(count);
    const { counts } = evaluate(call, application);
    const median = milliseconds(application);
    console.log(
      `${shape}, ${String(count).padStart(6)} invoices: ${median.toFixed(1)} ms, ` +
        `${counts.error} errors, ${counts.warning} warnings, ${counts.unknown} unknown`,
    );
    return median;
  });
  console.log(`${shape}: growth for ten times the rows ${(large / small).toFixed(2)} (aim at most 11)`);
  return [small, large];
}

const [small, large] = measure('usual', withInvoices);
const [fewEqual, manyEqual] = measure('one amount', ofOneAmount);
console.log(`10,000 invoices: ${large.toFixed(1)} ms (aim under 100)`);
if (large / small > 11 || manyEqual / fewEqual > 11 || large >= 100) process.exitCode = 1;
