import { readFileSync } from 'node:fs';
import { Call } from '../../../shared/calls/schema/call.ts';
import type { Block, Inline, Table } from '../../../shared/documents/block.ts';
import { Application } from '../../../shared/entities/application.ts';

export const call = Call.parse(
  JSON.parse(readFileSync(new URL('../../../assets/calls/cq-iiot-2020-1.json', import.meta.url), 'utf8')),
);

type Raw = Record<string, unknown>;

/** An application of the first call with what a test cares about, and nothing else answered. */
export function applicationWith(parts: Raw = {}): Application {
  return Application.parse({ call: { id: call.id, revision: call.revision }, ...parts });
}

export function attachment(id: string, kind: string, more: Raw = {}): Raw {
  return {
    id,
    kind,
    name: `${id}.pdf`,
    sha256: 'a'.repeat(64),
    bytes: 1000,
    sniffedType: 'pdf',
    pages: 2,
    ...more,
  };
}

export function invoice(number: number, more: Raw = {}): Raw {
  return {
    id: `invoice-${number}`,
    kind: 'ordinary-electronic',
    code: '050001900111',
    number: String(number).padStart(8, '0'),
    issuedOn: '2019-03-05',
    netFen: 100_000,
    taxFen: 13_000,
    totalFen: 113_000,
    seller: { name: '示例软件有限公司' },
    category: 'platform-hw',
    use: '平台服务器',
    ...more,
  };
}

/** Words of inlines; breaks are line ends, page numbers and room for the pen stand in brackets. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'break') return '\n';
      return inline.type === 'pageRef' ? `[${inline.anchor}]` : `[${inline.characters}]`;
    })
    .join('');
}

/** All words of blocks, a line each. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [wordsOf(block.content)];
      case 'heading':
        return [`${'#'.repeat(block.level)} ${block.text}`];
      case 'list':
        return block.items.flatMap(linesOf).map((line) => `* ${line}`);
      case 'table':
        return tableText(block);
      case 'image':
        return [`<${block.asset}> ${block.caption}`];
      case 'contents':
        return block.entries.map(({ level, text, anchor }) => `${level} ${text} -> ${anchor}`);
      case 'signature':
        return block.lines.map((line) => `> ${wordsOf(line)}`);
      case 'turned':
        return block.sheets.flatMap((sheet) => ['===', ...linesOf(sheet)]);
      case 'pageBreak':
        return ['---'];
      case 'space':
        return [];
      default:
        throw new Error('unhandled block');
    }
  });
}

/** Rows of a table as text, cells divided by bars. */
export function tableText(table: Table): string[] {
  return [...table.head, ...table.rows].map(({ cells }) =>
    cells.map(({ content }) => linesOf(content).join('\n')).join(' | '),
  );
}

export function tables(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.type === 'table');
}
