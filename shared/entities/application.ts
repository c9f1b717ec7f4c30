import { z } from 'zod';
import { Attachment } from './attachment.ts';
import { BudgetLine } from './budgetLine.ts';
import { ConsortiumMember } from './consortium.ts';
import { OwnIndicator } from './indicator.ts';
import { AmountBasis, Invoice } from './invoice.ts';
import { InvoiceReading } from './invoiceReading.ts';
import { LedgerProject } from './ledger.ts';
import { Fen } from './money.ts';
import { RichDocument } from './richText.ts';

/**
 * A single answer to a field of the call, by the field's type: text, date, month, choice as string;
 * money as integer 分, USD as integer cents, percent and score as number; declarations as boolean.
 * Null is "not answered yet" (待填), which is never the same as "no".
 */
export const AnswerValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** Which direction of the call the project takes, and what inside it. */
export const DirectionChoice = z.strictObject({
  id: z.string().nullable().default(null),
  /** Sub-kind of the direction (C3a/C3b, 二级节点/企业节点 …). */
  kindId: z.string().nullable().default(null),
  /** Form of the work inside the direction (创新中心, 平台安全 …). */
  formIds: z.array(z.string()).default([]),
  scenarioIds: z.array(z.string()).default([]),
  /** Parts of the required content the project covers; absent means not answered. */
  contents: z.record(z.string(), z.boolean()).default({}),
});
export type DirectionChoice = z.infer<typeof DirectionChoice>;

/** What the applicant wants of print and arithmetic; not part of what is judged. */
export const ApplicationSettings = z.strictObject({
  amountBasis: AmountBasis.default('gross'),
  duplex: z.boolean().default(true),
  /** Weight of the paper, for the spine. */
  paperGsm: z.number().min(40).max(400).default(80),
  /** Short spine text; empty uses project, unit and year. */
  spineText: z.string().default(''),
});
export type ApplicationSettings = z.infer<typeof ApplicationSettings>;

/** A finding the user set aside, with the reason that is kept and printed nowhere but in the hand-in sheet. */
export const SetAside = z.strictObject({ findingKey: z.string().min(1), reason: z.string().min(1) });
export type SetAside = z.infer<typeof SetAside>;

/** One whole application, as the checks judge it and the documents print it. */
export const Application = z.strictObject({
  call: z.strictObject({ id: z.string().min(1), revision: z.number().int().min(1) }),
  /** By field id of the call. */
  answers: z.record(z.string(), AnswerValue).default({}),
  direction: DirectionChoice.prefault({}),
  /** Expected targets by target id (D): a number in the target's unit, or yes/no. */
  targets: z.record(z.string(), z.union([z.number(), z.boolean(), z.null()])).default({}),
  /**
   * Figures of the attached financial statements, by the field of the call they must agree with: typed once, kept
   * beside the answers, never printed. In the field's own unit: 分, or US cents.
   */
  statements: z.record(z.string(), Fen.nullable()).default({}),
  ownIndicators: z.array(OwnIndicator).default([]),
  consortium: z.array(ConsortiumMember).default([]),
  budget: z.array(BudgetLine).default([]),
  invoices: z.array(Invoice).default([]),
  ledger: z.array(LedgerProject).default([]),
  /** Plan text by outline item id. */
  plan: z.record(z.string(), RichDocument).default({}),
  attachments: z.array(Attachment).default([]),
  /** What the files in the draft told of invoices; evidence beside the rows, never printed. */
  readings: z.array(InvoiceReading).default([]),
  setAside: z.array(SetAside).default([]),
  settings: ApplicationSettings.prefault({}),
});
export type Application = z.infer<typeof Application>;
