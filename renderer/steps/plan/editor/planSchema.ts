import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Alignment } from './alignment.ts';
import { Fact, type FactSource } from './fact.ts';
import { Picture } from './picture.ts';

/** What the editor knows beyond TipTap's own: where values of the form come from. */
export type PlanSchemaOptions = { readonly facts: FactSource };

/**
 * The nodes and marks of shared/entities/richText.ts and no others, so that whatever can be typed or pasted can
 * be printed. Where TipTap's nodes carry more (start of a list, width of a column), it is not kept.
 */
export function planSchema({ facts }: PlanSchemaOptions): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    HardBreak,
    Heading.configure({ levels: [1, 2, 3] }),
    Alignment,
    Bold,
    Italic,
    Underline,
    Superscript.extend({ excludes: 'subscript' }),
    Subscript.extend({ excludes: 'superscript' }),
    BulletList,
    OrderedList.extend({ addAttributes: () => ({}) }),
    // As the schema of the draft has it: any block may begin an item.
    ListItem.extend({ content: 'block+' }),
    ListKeymap,
    Table.configure({ resizable: false, View: null, allowTableNodeSelection: true }),
    TableRow,
    TableCell.extend({ addAttributes: () => spans }),
    TableHeader.extend({ addAttributes: () => spans }),
    Fact.configure({ facts }),
    Picture,
  ];
}

const spans = {
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => span(cell, 'colspan', 40) },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => span(cell, 'rowspan', 400) },
  // prosemirror-tables reads it; nothing sets it.
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

function span(cell: HTMLElement, name: string, most: number): number {
  const value = Number(cell.getAttribute(name) ?? '1');
  return Number.isInteger(value) ? Math.min(most, Math.max(1, value)) : 1;
}
