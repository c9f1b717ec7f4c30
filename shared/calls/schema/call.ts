import { z } from 'zod';
import { IsoDate } from '../../entities/dates.ts';
import { Choice, Clause, Id } from './basics.ts';
import { Direction } from './direction.ts';
import { Field } from './field.ts';
import {
  AttachmentKind,
  BundlePart,
  Cover,
  FormTable,
  InvestmentCategory,
  OutlineChapter,
  Seal,
  SealPlace,
} from './page.ts';
import { Fact, Rule } from './rule.ts';

/** Field ids the product itself has to find, whatever the call names them: arithmetic, cover, spine, periods. */
export const Roles = z.strictObject({
  applicantName: Id,
  applicantCode: Id,
  /** Choice field whose answer is one of `applicantKinds`. */
  applicantKind: Id.nullable().default(null),
  projectName: Id,
  projectStart: Id.nullable().default(null),
  projectEnd: Id.nullable().default(null),
  totalInvestment: Id.nullable().default(null),
  investedToDate: Id.nullable().default(null),
  progress: Id.nullable().default(null),
  filledOn: Id.nullable().default(null),
  signedOn: Id.nullable().default(null),
  contact: Id.nullable().default(null),
});
export type Roles = z.infer<typeof Roles>;

/** Parts of an application that are no fields; a section of the hub holds them. `form` is the form as printed, filled in place. */
export const SectionContent = z.enum([
  'direction',
  'form',
  'targets',
  'ownIndicators',
  'consortium',
  'budget',
  'invoices',
  'ledger',
  'plan',
  'attachments',
]);
export type SectionContent = z.infer<typeof SectionContent>;

/** One step of the hub: the fields that name it, and what else is entered there. */
export const Section = z.strictObject({
  id: Id,
  title: z.string().min(1),
  holds: z.array(SectionContent).default([]),
});
export type Section = z.infer<typeof Section>;

/** One government call (通知/批次), whole: what it asks, what it checks, what it prints. */
export const Call = z.strictObject({
  /** For editors that complete while typing; says nothing about the call. */
  $schema: z.string().optional(),
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** A published revision never changes; a correction is a new number. */
  revision: z.number().int().min(1),
  identity: z.strictObject({
    issuer: z.string().min(1),
    number: z.string().min(1),
    name: z.string().min(1),
    title: z.string().min(1),
    issuedOn: IsoDate,
    printedOn: IsoDate.nullable().default(null),
  }),
  submission: z.strictObject({
    deadline: IsoDate,
    clause: Id,
    paperCopies: z.number().int().min(0),
    binding: z.string(),
    via: z.string(),
    address: z.string(),
    email: z.string(),
    electronic: z.array(z.string()),
    contacts: z.array(z.strictObject({ name: z.string(), phone: z.string() })),
  }),
  clauses: z.array(Clause).min(1),
  constants: z
    .array(
      z.strictObject({ id: Id, value: z.union([z.string(), z.number()]), label: z.string(), clause: Id }),
    )
    .default([]),
  lists: z.record(Id, z.array(Choice).min(1)),
  applicantKinds: z.array(Choice).default([]),
  memberRoles: z.array(Choice).default([]),
  sections: z.array(Section).min(1),
  fields: z.array(Field).min(1),
  roles: Roles,
  directionRequirement: z.strictObject({ id: z.string(), clause: Id, label: z.string() }),
  directions: z.array(Direction).min(1),
  investment: z.strictObject({
    clause: Id,
    categories: z.array(InvestmentCategory).min(1),
  }),
  attachments: z.array(AttachmentKind),
  seals: z.array(Seal),
  sealPlaces: z.array(SealPlace),
  cover: Cover,
  parts: z.array(BundlePart).min(1),
  form: FormTable,
  outline: z.array(OutlineChapter),
  /** Fixed wording, word for word: the commitment and the like. */
  wording: z.record(Id, z.string().min(1)),
  /** What informs without being judged. */
  facts: z.array(Fact).default([]),
  rules: z.array(Rule),
});
export type Call = z.infer<typeof Call>;
