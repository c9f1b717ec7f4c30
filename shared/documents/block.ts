/**
 * The one model both the PDF and the Word document are made of: (call, application) -> BundleDocument
 * -> Typst and docx. Writers decide looks, never words; so the two files cannot disagree.
 * Plain JSON on purpose: the Typst template reads it as data, nothing is ever spliced into markup.
 */
export type Mark = 'bold' | 'italic' | 'underline' | 'superscript' | 'subscript';

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: 'break' }
  /** Printed page number of an anchor, as an internal link. */
  | { readonly type: 'pageRef'; readonly anchor: string }
  /** Room for the pen, underlined when it stands on a line of its own; width in Chinese characters. */
  | { readonly type: 'blank'; readonly characters: number; readonly underline: boolean };

export type Align = 'left' | 'center' | 'right' | 'justify';

/** Looks a paragraph may have; writers map each to font, size and spacing (domain.md section 5). */
export type ParagraphStyle =
  | 'body' // 三号仿宋, first line indented by two characters
  | 'plain' // the same without indent
  | 'cell' // inside a table
  | 'coverMark' // 附件 2
  | 'coverTitle' // 小标宋, large
  | 'coverLine' // label and ruled blank
  | 'coverFoot'
  | 'partTitle' // a part's title on its first page, centred
  | 'tableCaption'
  | 'tableNote' // unit of a table, notes below it
  | 'figureCaption'
  | 'dividerTitle'
  | 'hint'; // small grey: （此处待填） in a draft

export interface Paragraph {
  readonly type: 'paragraph';
  readonly style: ParagraphStyle;
  readonly align: Align | null;
  readonly content: readonly Inline[];
}

/** level 1 is 一、(黑体), 2 （一）(楷体), 3 1. , 4 （1）, 5 and deeper inside the user's own text. */
export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly anchor: string;
  readonly text: string;
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Block[])[];
}

export interface Cell {
  readonly span: number;
  readonly rows: number;
  readonly role: 'label' | 'value' | 'note' | 'statement' | 'head' | 'total';
  readonly align: Align;
  readonly content: readonly Block[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** `exact` rows are cut into pages by the composer (per-page totals); `least` rows grow. Null leaves it to the text. */
  readonly height: { readonly mm: number; readonly rule: 'least' | 'exact' } | null;
  /** Lets the proof and the trace find the row: the page it stands on is reported under this anchor. */
  readonly anchor: string | null;
}

export interface Table {
  readonly type: 'table';
  readonly anchor: string | null;
  readonly style: 'form' | 'data' | 'user';
  /** Relative widths; spans of every row fill them. */
  readonly columns: readonly number[];
  /** Repeated on every page the table runs over. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  /** `fine` (六号) is for ledgers of fifteen columns. */
  readonly size: 'normal' | 'small' | 'fine';
}

export interface Image {
  readonly type: 'image';
  /** SHA-256 of a picture of the draft. */
  readonly asset: string;
  readonly widthPercent: number;
  readonly alt: string;
  readonly caption: string;
}

/** The 目录: entries in order; the writer fills in page numbers and links. */
export interface Contents {
  readonly type: 'contents';
  readonly entries: readonly { readonly level: 1 | 2 | 3; readonly text: string; readonly anchor: string }[];
}

/** Keeps a signature block and its date together at the right. */
export interface Signature {
  readonly type: 'signature';
  readonly lines: readonly (readonly Inline[])[];
}

/**
 * Pages of their own whose contents lie on their side, each item one page: A4 landscape, in the bound volume turned so
 * that its top lies left. Only between the blocks of a section; inside anything else its blocks stand where they are.
 */
export interface Turned {
  readonly type: 'turned';
  readonly sheets: readonly (readonly Block[])[];
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Table
  | Image
  | Contents
  | Signature
  | Turned
  | { readonly type: 'pageBreak' }
  | { readonly type: 'space'; readonly mm: number };
