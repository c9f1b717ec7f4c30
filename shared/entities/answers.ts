import { z } from 'zod';
import { Application } from './application.ts';
import { BudgetLine } from './budgetLine.ts';
import { ConsortiumMember } from './consortium.ts';
import { OwnIndicator } from './indicator.ts';
import { Invoice } from './invoice.ts';
import { LedgerProject, LedgerRow } from './ledger.ts';

const optionalId = { id: true } as const;

/**
 * What a person or another program hands over as ANSWERS.json: an application without attachments
 * (those are files in a folder beside it) and with row ids optional.
 * `invoices[].copies` and pictures in `plan` name files below the attachments folder
 * (`invoice-copies/001.pdf`) instead of ids.
 */
export const Answers = Application.omit({ attachments: true }).extend({
  ownIndicators: z.array(OwnIndicator.partial(optionalId)).default([]),
  consortium: z.array(ConsortiumMember.partial(optionalId)).default([]),
  budget: z.array(BudgetLine.partial(optionalId)).default([]),
  invoices: z.array(Invoice.partial(optionalId)).default([]),
  ledger: z
    .array(
      LedgerProject.partial(optionalId).extend({
        rows: z.array(LedgerRow.partial(optionalId)).default([]),
      }),
    )
    .default([]),
});
export type Answers = z.infer<typeof Answers>;

/** Gives every row without an id the next free number of its list: `invoice-1`, `invoice-2` … */
export function numberRows<T extends { readonly id?: string | undefined }>(
  prefix: string,
  rows: readonly T[],
): (T & { id: string })[] {
  const taken = new Set(rows.map((row) => row.id));
  let next = 1;
  return rows.map((row) => {
    if (row.id !== undefined) return { ...row, id: row.id };
    while (taken.has(`${prefix}-${next}`)) next += 1;
    const id = `${prefix}-${next}`;
    next += 1;
    return { ...row, id };
  });
}

/** An application without attachments, made of answers: every row numbered. */
export function applicationOf(answers: Answers): Application {
  return Application.parse({
    ...answers,
    ownIndicators: numberRows('indicator', answers.ownIndicators),
    consortium: numberRows('unit', answers.consortium),
    budget: numberRows('budget', answers.budget),
    invoices: numberRows('invoice', answers.invoices),
    ledger: numberRows('ledger', answers.ledger).map((project) => ({
      ...project,
      rows: numberRows(`${project.id}-row`, project.rows),
    })),
  });
}
