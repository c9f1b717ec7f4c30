import type { Call } from '../../shared/calls/schema/call.ts';
import { fieldOf, printValue } from '../../shared/documents/printValue.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { RichBlock, RichDocument, RichInline } from '../../shared/entities/richText.ts';

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
  bulletList: 'ul',
  orderedList: 'ol',
} as const;

/** Words of a plan as a word processor puts them on the clipboard; values of the form are plain words there. */
export function wordHtml(call: Call, application: Application, text: RichDocument): string {
  return text.content.map((block) => blockHtml(call, application, block)).join('');
}

function blockHtml(call: Call, application: Application, block: RichBlock): string {
  const inside = (blocks: readonly RichBlock[]): string =>
    blocks.map((one) => blockHtml(call, application, one)).join('');
  const inline = (words: readonly RichInline[]): string =>
    words.map((one) => inlineHtml(call, application, one)).join('');
  switch (block.type) {
    case 'paragraph':
      return `<p>${inline(block.content)}</p>`;
    case 'heading':
      return `<h${block.attrs.level}>${inline(block.content)}</h${block.attrs.level}>`;
    // Pictures do not come with words from every word processor; they are put in by themselves.
    case 'image':
      return '';
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map(({ content }) => `<li>${inside(content)}</li>`).join('');
      return `<${TAGS[block.type]}>${items}</${TAGS[block.type]}>`;
    }
    case 'table': {
      const cell = ({ type, content }: (typeof block.content)[number]['content'][number]): string =>
        type === 'tableHeader' ? `<th>${inside(content)}</th>` : `<td>${inside(content)}</td>`;
      return `<table>${block.content.map((row) => `<tr>${row.content.map(cell).join('')}</tr>`).join('')}</table>`;
    }
  }
}

function inlineHtml(call: Call, application: Application, node: RichInline): string {
  if (node.type === 'hardBreak') return '<br>';
  const words = node.type === 'text' ? node.text : factWords(call, application, node.attrs.field);
  return node.marks.reduce(
    (html, { type }) => `<${TAGS[type]}>${html}</${TAGS[type]}>`,
    words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  );
}

function factWords(call: Call, { answers }: Application, id: string): string {
  const field = fieldOf(call, id);
  return (field === undefined || field === null ? null : printValue(call, field, answers[id] ?? null)) ?? '';
}
