import { z } from 'zod';
import { Choice, Id, RequirementId, Severity } from './basics.ts';
import { Condition } from './condition.ts';

/** A piece of a printed line or cell. */
export const Piece = z.union([
  z.strictObject({ text: z.string() }),
  /** An answer, printed in its unit; an unanswered field leaves room for the pen. */
  z.strictObject({ field: Id }),
  /** Label of the chosen direction, with sub-kind and scenarios. */
  z.strictObject({ direction: z.literal(true) }),
  /** One of the call's fixed wordings, word for word. */
  z.strictObject({ wording: Id }),
  /** Room for the pen, in characters. */
  z.strictObject({ blank: z.number().int().min(1).max(60) }),
  /** A date field as 年 月 日; blanks for the pen when none is given. */
  z.strictObject({ signedOn: Id }),
  /** Name or value of an own indicator, inside a row that repeats. */
  z.strictObject({ own: z.enum(['name', 'value']) }),
  z.strictObject({ lineBreak: z.literal(true) }),
]);
export type Piece = z.infer<typeof Piece>;

export const FormCell = z.strictObject({
  span: z.number().int().min(1),
  rows: z.number().int().min(1).default(1),
  role: z.enum(['label', 'value', 'note', 'statement']),
  align: z.enum(['left', 'center', 'right']).default('center'),
  pieces: z.array(Piece).default([]),
});
export type FormCell = z.infer<typeof FormCell>;

export const FormRow = z.strictObject({
  /** Least height in mm. */
  heightMm: z.number().min(5).max(200).default(10),
  cells: z.array(FormCell).min(1),
  /** Printed once for every pair of own indicators; absent prints it once. */
  repeat: z.enum(['ownIndicatorPairs']).optional(),
});
export type FormRow = z.infer<typeof FormRow>;

/** The 申报表: a table on a grid of `columns`; every row's spans fill the grid. */
export const FormTable = z.strictObject({
  columns: z.number().int().min(2).max(48),
  above: z.array(z.strictObject({ pieces: z.array(Piece), align: z.enum(['left', 'right']) })).default([]),
  rows: z.array(FormRow).min(1),
  below: z.array(z.array(Piece)).default([]),
});
export type FormTable = z.infer<typeof FormTable>;

export const Cover = z.strictObject({
  /** Small line at the head: 附件 2. */
  mark: z.string().default(''),
  title: z.array(z.string().min(1)).min(1),
  lines: z.array(
    z.strictObject({ label: z.string(), pieces: z.array(Piece), after: z.string().default('') }),
  ),
  foot: z.array(z.string()),
});
export type Cover = z.infer<typeof Cover>;

/** Tables and lists the product makes of data, where the outline wants them. */
export const Generated = z.union([
  /** Label and value of fields, as a small table. */
  z.strictObject({ facts: z.array(Id).min(1), caption: z.string().default('') }),
  z.strictObject({ consortium: z.literal('introduction') }),
  z.strictObject({ consortium: z.literal('tasks') }),
  z.strictObject({ table: z.enum(['budget', 'invoices', 'ledger', 'targets', 'indicators', 'progress']) }),
]);
export type Generated = z.infer<typeof Generated>;

export const OutlineItem = z.strictObject({
  id: Id,
  requirement: RequirementId.default('F5'),
  clause: Id,
  /** As printed: 1. or （1）. */
  number: z.string(),
  title: z.string().min(1),
  /** What the notice wants here, beside the editor. */
  prompt: z.string().default(''),
  /** Text is asked for; without it the section is 待填. */
  text: z.enum(['required', 'optional', 'none']).default('required'),
  when: Condition.optional(),
  generated: z.array(Generated).default([]),
});
export type OutlineItem = z.infer<typeof OutlineItem>;

export const OutlineChapter = z.strictObject({
  id: Id,
  number: z.string(),
  title: z.string().min(1),
  items: z.array(OutlineItem).min(1),
});
export type OutlineChapter = z.infer<typeof OutlineChapter>;

/** The parts of the bundle in order, with their printed titles. */
export const BundlePart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cover') }),
  z.strictObject({ kind: z.literal('contents'), title: z.string() }),
  z.strictObject({ kind: z.literal('form'), title: z.string(), heading: z.string() }),
  z.strictObject({ kind: z.literal('plan'), title: z.string() }),
  z.strictObject({ kind: z.literal('attachments'), title: z.string(), note: z.string().default('') }),
]);
export type BundlePart = z.infer<typeof BundlePart>;

/** One line of the attachment checklist (G). */
export const AttachmentKind = z.strictObject({
  id: Id,
  requirement: RequirementId,
  label: z.string().min(1),
  clause: Id,
  /** true, false, or a condition over the application. */
  required: z.union([z.boolean(), Condition]),
  severity: Severity.default('error'),
  multiple: z.boolean().default(true),
  /** Files of this kind belong to rows: invoice copies. */
  rowsOf: z.enum(['invoices']).optional(),
  /** Seals every copy bears. */
  seals: z.array(Id).default([]),
  /** Folder names that sort a file into this kind, besides the id and the label. */
  folders: z.array(z.string()).default([]),
  /** Pictures for the plan's text and the like are kept but not bound. */
  bound: z.boolean().default(true),
});
export type AttachmentKind = z.infer<typeof AttachmentKind>;

export const Seal = z.strictObject({ id: Id, label: z.string().min(1), who: z.string().min(1) });
export type Seal = z.infer<typeof Seal>;

/** A place that bears a seal; attachments tell their own. */
export const SealPlace = z.strictObject({
  seal: Id,
  where: z.enum(['cover', 'form', 'budgetTable', 'invoiceTable', 'ledgerTable', 'edge']),
  note: z.string().min(1),
  clause: Id,
});
export type SealPlace = z.infer<typeof SealPlace>;

export const InvestmentCategory = Choice.extend({
  clause: Id,
  /** Counts only as far as the R&D ledger carries it (B7). */
  rd: z.boolean().default(false),
  /** A line of it needs a written reason (B6). */
  needsReason: z.boolean().default(false),
});
export type InvestmentCategory = z.infer<typeof InvestmentCategory>;
