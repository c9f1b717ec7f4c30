import type { ReactNode } from 'react';
import { assertNever } from '../../../../shared/assertNever.ts';
import type { Block, Cell, Inline, Mark, Row } from '../../../../shared/documents/block.ts';
import styles from './BlockView.module.css';

/** More rows than this are left to the preview. */
const MOST_ROWS = 30;

/** Printed blocks, to be looked at: what the program puts at this place itself. */
export function BlockView({ blocks }: { readonly blocks: readonly Block[] }) {
  // Blocks are made anew from data and have no names: their place is who they are.
  return blocks.map((block, index) => <OneBlock key={keyOf(index)} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p className={styles[block.style] ?? styles.plain} data-align={block.align ?? undefined}>
          <Inlines inlines={block.content} />
        </p>
      );
    case 'heading':
      return <p className={styles.heading}>{block.text}</p>;
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={keyOf(index)}>
          <BlockView blocks={item} />
        </li>
      ));
      return block.ordered ? (
        <ol className={styles.list}>{items}</ol>
      ) : (
        <ul className={styles.list}>{items}</ul>
      );
    }
    case 'table': {
      const rows = block.rows.slice(0, MOST_ROWS);
      const more = block.rows.length - rows.length;
      return (
        <div className={styles.scroll}>
          <table className={styles.table}>
            {block.head.length === 0 ? null : (
              <thead>
                <Rows rows={block.head} />
              </thead>
            )}
            <tbody>
              <Rows rows={rows} />
            </tbody>
          </table>
          {more > 0 ? <p className={styles.more}>还有 {more} 行，见预览。</p> : null}
        </div>
      );
    }
    case 'turned':
      return <p className={styles.more}>逐笔明细 {block.sheets.length} 页，横排，见预览。</p>;
    case 'signature':
      return block.lines.map((line, index) => (
        <p className={styles.plain} key={keyOf(index)} data-align="right">
          <Inlines inlines={line} />
        </p>
      ));
    case 'image':
    case 'contents':
    case 'pageBreak':
    case 'space':
      return null;
    default:
      return assertNever(block);
  }
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return rows.map((row, index) => (
    <tr key={keyOf(index)}>
      {row.cells.map((cell, place) => (
        <OneCell key={keyOf(place)} cell={cell} />
      ))}
    </tr>
  ));
}

function OneCell({ cell }: { readonly cell: Cell }) {
  const spans = {
    colSpan: cell.span,
    rowSpan: cell.rows,
    'data-role': cell.role,
    'data-align': cell.align,
  };
  const content = <BlockView blocks={cell.content} />;
  return cell.role === 'head' ? <th {...spans}>{content}</th> : <td {...spans}>{content}</td>;
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <OneInline key={keyOf(index)} inline={inline} />);
}

function OneInline({ inline }: { readonly inline: Inline }): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.marks.reduce<ReactNode>(marked, inline.text);
    case 'break':
      return <br />;
    case 'pageRef':
      return '…';
    case 'blank':
      return <span className={styles.blank}>待填</span>;
    default:
      return assertNever(inline);
  }
}

function marked(text: ReactNode, mark: Mark): ReactNode {
  switch (mark) {
    case 'bold':
      return <strong>{text}</strong>;
    case 'italic':
      return <em>{text}</em>;
    case 'underline':
      return <u>{text}</u>;
    case 'superscript':
      return <sup>{text}</sup>;
    case 'subscript':
      return <sub>{text}</sub>;
    default:
      return assertNever(mark);
  }
}

function keyOf(index: number): string {
  return `${index}`;
}
