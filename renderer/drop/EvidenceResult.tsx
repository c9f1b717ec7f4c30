import type { AttachmentReading } from '../../shared/entities/fileReading.ts';
import { isLeftOut } from '../../shared/evidence/isLeftOut.ts';
import { unusedInWords } from '../../shared/evidence/unusedInWords.ts';
import { useApplication, useReadOnly } from '../draft/useDraft.ts';
import { LEDGER_STYLE_WORDS } from '../evidence/ledgerStyleWords.ts';
import { TABLE_KIND_WORDS } from '../evidence/mapping/columnMeanings.ts';
import { openMapping } from '../evidence/mapping/mappingDialog.ts';
import { resultInWords } from '../evidence/resultInWords.ts';
import { useReviewQueue } from '../evidence/useReviewQueue.ts';
import { ToneMark } from '../fields/Verdict.tsx';
import { useFirstPages } from '../steps/invoices/review/useFirstPages.ts';
import { Button } from '../ui/Button.tsx';
import type { AttachingResult } from './attaching.ts';
import styles from './ResultSheet.module.css';

/** What the files that came in tell of invoices and ledgers, and what a person should look at. */
export function EvidenceResult({ result: { report, taken } }: { readonly result: AttachingResult }) {
  const queue = useReviewQueue();
  useFirstPages();
  const readOnly = useReadOnly();
  const tables = report.readings.filter(({ reading }) => reading.tables.length > 0);
  const unsure = tables.filter((one) => !isSure(one));
  const partly = tables.filter((one) => isSure(one) && unusedOf(one) !== null);
  const sure = tables.filter((one) => isSure(one) && unusedOf(one) === null);
  const unknown = report.readings.filter(
    ({ reading }) => reading.tables.length === 0 && reading.unrecognised.length > 0,
  );
  const read = taken.added.length + taken.merged.length;
  if (read + taken.unread.length + tables.length + unknown.length === 0) return null;
  const rows = new Set([...taken.added, ...taken.merged]);
  const contradicted = queue.filter(
    ({ invoice, state }) => invoice !== null && rows.has(invoice) && state === 'contradiction',
  ).length;
  return (
    <section className={styles.evidence} aria-label="识读结果">
      <p className={styles.read}>
        <strong>{resultInWords(taken)}</strong>
        {contradicted === 0 ? null : (
          <ToneMark tone="error" word={`${contradicted} 张有矛盾：几处读出的内容不一样`} />
        )}
        {readOnly ? null : <span className={styles.soft}>不合适的话，可以按 Ctrl+Z 一次撤销。</span>}
      </p>
      {unsure.length === 0 ? null : <TableLines tables={unsure} label="有些列拿不准的表格" />}
      {partly.length === 0 ? null : <TableLines tables={partly} label="有列没有用上的表格" />}
      {sure.length === 0 ? null : sure.length <= FEW ? (
        <TableLines tables={sure} label="读出的表格" />
      ) : (
        <details className={styles.more}>
          <summary>
            {unsure.length + partly.length === 0 ? '' : '另外'} {sure.length} 份表格需要的列都认出来了
          </summary>
          <TableLines tables={sure} label="读出的表格" />
        </details>
      )}
      {unknown.length === 0 ? null : (
        <details className={styles.more}>
          <summary>
            {unknown.length} 份表格没有认出是发票清单或研发辅助账，已作为附件保存；如果是，可以指定每一列
          </summary>
          <TableLines tables={unknown} label="没有认出的表格" />
        </details>
      )}
    </section>
  );
}

/** More tables than these are folded: what needs no look should not push away what does. */
const FEW = 3;

const isSure = ({ reading }: AttachmentReading): boolean => reading.tables.every(({ sure }) => sure);

/** Columns that hold something and that nobody read; null when there are none. */
function unusedOf({ reading: { tables } }: AttachmentReading): string | null {
  return unusedInWords({ unused: tables.flatMap((table) => (isLeftOut(table) ? [] : table.unused)) });
}

type TableLinesProps = { readonly tables: readonly AttachmentReading[]; readonly label: string };

function TableLines({ tables, label }: TableLinesProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {tables.map((one) => (
        <TableLine key={one.attachment} given={one} />
      ))}
    </ul>
  );
}

/** One spreadsheet: what it was taken for, and whether its columns want a look. */
function TableLine({ given: { attachment, reading } }: { readonly given: AttachmentReading }) {
  const file = useApplication(({ attachments }) => attachments.find(({ id }) => id === attachment));
  if (file === undefined) return null;
  const unsure = !isSure({ attachment, reading });
  const unused = unsure ? null : unusedOf({ attachment, reading });
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        {file.name}
        <span className={styles.told}>{tablesInWords(reading)}</span>
      </span>
      <span className={styles.facts}>
        {unsure ? <ToneMark tone="warning" word="有列要先核对，还没有读入" /> : null}
        {unused === null ? null : <ToneMark tone="hint" word={unused} />}
        <Button
          look={unsure || unused !== null ? 'plain' : 'quiet'}
          aria-label={`核对列：“${file.name}”`}
          onClick={() => openMapping(attachment, reading)}
        >
          核对列
        </Button>
      </span>
    </li>
  );
}

function tablesInWords({ tables, unrecognised, ledger }: AttachmentReading['reading']): string {
  if (tables.length === 0)
    return unrecognised.map(({ sheet, heads }) => `${nameOf(sheet)}${headsInWords(heads)}`).join('；');
  return tables
    .map((table) => {
      const { sheet, mapping, rows } = table;
      if (isLeftOut(table)) return `${nameOf(sheet)}不用`;
      const book = ledger.find(({ name }) => name !== '' && sheet.includes(name));
      const style = book === undefined ? '' : `（${LEDGER_STYLE_WORDS[book.style]}）`;
      return `${nameOf(sheet)}${TABLE_KIND_WORDS[mapping.kind]}${style}，${rows} 行`;
    })
    .join('；');
}

/** Separated text is one sheet without a name: the file's name stands before it. */
const nameOf = (sheet: string): string => (sheet === '' ? '' : `${sheet}：`);

/** Enough of the heads to know the sheet by. */
function headsInWords(heads: readonly string[]): string {
  const named = heads.filter((head) => head !== '');
  return named.length > MOST_HEADS ? `${named.slice(0, MOST_HEADS).join('、')}…` : named.join('、');
}

const MOST_HEADS = 5;
