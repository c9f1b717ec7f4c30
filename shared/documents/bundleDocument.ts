import type { Block } from './block.ts';

export interface DocumentSection {
  /** Anchor of its first page. */
  readonly id: string;
  readonly kind: 'cover' | 'contents' | 'form' | 'plan' | 'attachments' | 'sheet';
  /** Starts on a right-hand page when printed on both sides. */
  readonly startOnRight: boolean;
  /** Cover and 目录 bear no number; numbering starts at the form. */
  readonly numbered: boolean;
  readonly blocks: readonly Block[];
}

/** The page before the files of one attachment kind. Its anchor is `attachments.KIND`. */
export interface Divider {
  readonly kind: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A value of the form that has to be found again in the written files. */
export interface PrintedValue {
  /** Label for people: 项目总投资金额(万元). */
  readonly what: string;
  readonly text: string;
}

/** A place that bears a seal: 盖章地图. */
export interface SealMark {
  readonly seal: string;
  readonly where: string;
  /** Attachment kind of the file that bears it; null for a place of the text. */
  readonly kind: string | null;
  /** Anchor of the first page, or null for the whole volume (骑缝章). */
  readonly anchor: string | null;
  /** Anchor on the last page of a place of the text, `anchor` itself where it has one page; null for a file. */
  readonly lastAnchor: string | null;
}

/**
 * Everything that will be printed but the attachments' own pages.
 * Anchors: section ids; `plan.…` outline ids; `budget`, `invoices`, `ledger`, `targets`, their last rows
 * `TABLE.end` where a seal may be wanted to that row; `invoice.ID` rows; `attachments.KIND` dividers; `attachment.ID` files and
 * `attachment.ID#PAGE` later pages in them (planned, not typeset).
 */
export interface BundleDocument {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly draft: boolean;
  readonly duplex: boolean;
  readonly sections: readonly DocumentSection[];
  readonly dividers: readonly Divider[];
  /** Bookmarks of the bound PDF. */
  readonly outline: readonly { readonly level: number; readonly title: string; readonly anchor: string }[];
  readonly printedValues: readonly PrintedValue[];
  readonly seals: readonly SealMark[];
  readonly spineText: string;
}

/** A picture used by the text, ready for both writers. */
export interface PictureAsset {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly mime: 'image/png' | 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where things stand in the typeset PDF. Physical pages count from 1; printed is null where no number is printed. */
export interface AnchorPage {
  readonly physical: number;
  readonly printed: number | null;
}
