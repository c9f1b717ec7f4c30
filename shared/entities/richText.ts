import { z } from 'zod';

/**
 * A plan section's words: the TipTap/ProseMirror JSON document, limited to what the bundle can print.
 * An unknown node or mark is an error with its path, never silently dropped.
 */
export const RichMark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('underline') }),
  z.strictObject({ type: z.literal('superscript') }),
  z.strictObject({ type: z.literal('subscript') }),
]);
export type RichMark = z.infer<typeof RichMark>;

const TextNode = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  marks: z.array(RichMark).default([]),
});
const HardBreak = z.strictObject({ type: z.literal('hardBreak') });
/** A value of the form that stays true in the text; `field` is a field id of the call. */
const FactNode = z.strictObject({
  type: z.literal('fact'),
  attrs: z.strictObject({ field: z.string().min(1) }),
  marks: z.array(RichMark).default([]),
});
export const RichInline = z.discriminatedUnion('type', [TextNode, HardBreak, FactNode]);
export type RichInline = z.infer<typeof RichInline>;

const TextAlign = z.enum(['left', 'center', 'right', 'justify']).nullable().default(null);

export const RichParagraph = z.strictObject({
  type: z.literal('paragraph'),
  attrs: z.strictObject({ textAlign: TextAlign }).prefault({}),
  content: z.array(RichInline).default([]),
});
const Heading = z.strictObject({
  type: z.literal('heading'),
  /** Level 1 is the first level below the outline item it stands in. */
  attrs: z.strictObject({ level: z.number().int().min(1).max(3), textAlign: TextAlign }),
  content: z.array(RichInline).default([]),
});
const Image = z.strictObject({
  type: z.literal('image'),
  /**
   * `asset` is the SHA-256 of a picture stored in the draft. In an answers file it is the picture's
   * path below the attachments folder (`plan-images/架构图.png`) and becomes the SHA-256 when the
   * draft is made.
   */
  attrs: z.strictObject({
    asset: z.string().min(1),
    alt: z.string().default(''),
    caption: z.string().default(''),
    /** Share of the text width, in percent. */
    widthPercent: z.number().min(10).max(100).default(100),
  }),
});

interface ListNode {
  readonly type: 'bulletList' | 'orderedList';
  readonly content: readonly { readonly type: 'listItem'; readonly content: readonly RichBlock[] }[];
}
interface TableNode {
  readonly type: 'table';
  readonly content: readonly {
    readonly type: 'tableRow';
    readonly content: readonly {
      readonly type: 'tableCell' | 'tableHeader';
      readonly attrs: { readonly colspan: number; readonly rowspan: number };
      readonly content: readonly RichBlock[];
    }[];
  }[];
}
export type RichBlock =
  | z.infer<typeof RichParagraph>
  | z.infer<typeof Heading>
  | z.infer<typeof Image>
  | ListNode
  | TableNode;

export const RichBlock: z.ZodType<RichBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    RichParagraph,
    Heading,
    Image,
    z.strictObject({ type: z.literal('bulletList'), content: z.array(ListItem) }),
    z.strictObject({ type: z.literal('orderedList'), content: z.array(ListItem) }),
    z.strictObject({
      type: z.literal('table'),
      content: z.array(z.strictObject({ type: z.literal('tableRow'), content: z.array(TableCell) })),
    }),
  ]),
);
const ListItem = z.strictObject({ type: z.literal('listItem'), content: z.array(RichBlock) });
const TableCell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .strictObject({
      colspan: z.number().int().min(1).max(40).default(1),
      rowspan: z.number().int().min(1).max(400).default(1),
    })
    .prefault({}),
  content: z.array(RichBlock),
});

export const RichDocument = z.strictObject({
  type: z.literal('doc'),
  content: z.array(RichBlock).default([]),
});
export type RichDocument = z.infer<typeof RichDocument>;
