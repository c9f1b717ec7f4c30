import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { ElsewhereInvoice } from '../../shared/entities/elsewhereInvoice.ts';
import { type FileReading, NOTHING_READ } from '../../shared/entities/fileReading.ts';
import type { Invoice } from '../../shared/entities/invoice.ts';
import type { InvoiceReading } from '../../shared/entities/invoiceReading.ts';
import { type Contradiction, contradictionsOf } from '../../shared/evidence/contradictionsOf.ts';
import { INVOICE_FIELD_WORDS, SOURCE_WORDS, valueInWords } from '../../shared/evidence/evidenceWords.ts';
import { leftInWords } from '../../shared/evidence/leftInWords.ts';
import { readingsByRow } from '../../shared/evidence/readingsByRow.ts';
import { vouchersInWords } from '../../shared/evidence/vouchersInWords.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import type { Imported, ImportRequest } from '../tasks/importEvidence.ts';
import { invoicesOfFile } from './invoicesOfFile.ts';
import { isFine } from './isFine.ts';
import { ledgerOfFile } from './ledgerOfFile.ts';
import type { Reply } from './reply.ts';

type Wanted = ImportRequest['wanted'];

/** What an import answers: files as `read` prints them, and what became of the draft. */
export function importReply(
  imported: Imported,
  wanted: Wanted,
  notices: readonly DraftNotice[],
  elsewhere: readonly ElsewhereInvoice[],
): Reply {
  const { taken, application, refused } = imported;
  const files = filesOf(imported, wanted);
  const remarked = files.filter(({ ok, remarks }) => ok && remarks.length > 0);
  const failed = files.filter(({ ok }) => !ok);
  const rowOf = new Map(application.invoices.map(({ id }, index) => [id, index + 1]));
  const rows = (ids: readonly string[]) => ids.map((id) => ({ id, row: rowOf.get(id) ?? null }));
  const names = new Map(application.attachments.map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ attachment: id, file: names.get(id) ?? '' });
  const unread = taken.unread.map(named);
  const contradictions = contradictionsIn(imported);
  const lists = files.filter(({ isList }) => isList).map(({ file }) => file);
  return {
    exitCode: failed.length + refused.length + unread.length + taken.failed.length === 0 ? 0 : 1,
    json: {
      files: files.map(({ isList: _, remarks: __, ...file }) => file),
      refused: refused.map(({ name, problems }) => ({ file: name, ok: false, problems })),
      added: rows(taken.added),
      merged: rows(taken.merged),
      removed: taken.removed,
      unread,
      // What stands in the draft as it stood: files not read this time, rows that were deleted before.
      failed: taken.failed.map(({ attachment, why }) => ({ ...named(attachment), why })),
      aside: taken.aside,
      lists,
      contradictions,
      ledgers: { added: taken.ledgersAdded, replaced: taken.ledgersReplaced, vouchers: taken.vouchers },
      elsewhere,
      notices,
    },
    say: [
      countLine(imported),
      ...(lists.length === 0 ? [] : [`清单 ${lists.length} 份：${lists.join('、')}`]),
      ...refused.map(({ name, problems }) => `  ${name}：${words(problems)}`),
      ...failed.map(
        ({ file, id, problems }) => `  ${file}：${fewWords(problems)}${unreadWords(taken.unread, id)}`,
      ),
      ...remarked.map(({ file, remarks }) => `  ${file}：${fewWords(remarks)}`),
      ...contradictions.map(contradictionLine),
      ...elsewhere.map(
        ({ identity, draftName, row, folder }) =>
          `  发票 ${identity.split('/').at(-1)} 已登记在草稿“${draftName}”第 ${row} 行（${folder}），请确认没有重复申报`,
      ),
    ],
  };
}

function countLine({ files, taken }: Imported): string {
  const already = files.filter(isAlready).length;
  const stored = files.filter((file) => file.id !== null && !isAlready(file)).length;
  const parts = [`新存入文件 ${stored} 个`];
  if (already > 0) parts.push(`早已在草稿中 ${already} 个`);
  parts.push(`新增发票 ${taken.added.length} 张`, `并入已有发票 ${taken.merged.length} 张`);
  if (taken.removed.length > 0) parts.push(`撤去不再有依据的发票 ${taken.removed.length} 张`);
  if (taken.unread.length > 0) parts.push(`没有读出 ${taken.unread.length} 个`);
  const { ledgersAdded, ledgersReplaced } = taken;
  const ledgerChanged = taken.edits.some((edit) => edit.kind === 'rows' && edit.list === 'ledger');
  if (ledgersAdded > 0) parts.push(`新增辅助账 ${ledgersAdded} 个项目`);
  if (ledgersReplaced > 0)
    parts.push(`已有辅助账 ${ledgersReplaced} 个项目${ledgerChanged ? '按文件更新' : '没有变化'}`);
  parts.push(...vouchersInWords(taken.vouchers), ...leftInWords(taken));
  return `${parts.join('，')}。`;
}

function filesOf({ files, readings }: Imported, wanted: Wanted) {
  const readingOf = new Map(readings.map(({ attachment, reading }) => [attachment, reading]));
  // One file that is no ledger among ledgers of an archive is told by what it is; nothing but such files is a mistake.
  const isMistaken =
    wanted === 'ledger' &&
    readings.length > 0 &&
    readings.every(({ reading }) => tellsOther(reading, wanted));
  return files.map((added) => {
    const { file, ok, id, kind, sniffedType, pages, sha256, problems } = added;
    const facts = { file, id, kind, sniffedType, pages, sha256 };
    const reading = id === null ? undefined : readingOf.get(id);
    const told =
      wanted === 'ledger'
        ? ledgerOfFile(file, reading ?? NOTHING_READ)
        : invoicesOfFile(file, reading ?? NOTHING_READ);
    // A file that was not read (it is here already, or nothing was looked for in it) lacks nothing.
    const isOther = reading !== undefined && tellsOther(reading, wanted);
    const wasFine = reading === undefined || told.ok || (isOther && !isMistaken && isFine(reading.problems));
    const found = reading === undefined ? [] : foundIn(reading, told.problems, isOther, isMistaken);
    return {
      ...told,
      ...facts,
      ok: ok && wasFine,
      problems: [...problems, ...found.filter(({ code }) => !problems.some((one) => one.code === code))],
      remarks: found,
      isList: reading?.tables.some(({ mapping }) => mapping.kind === 'invoice-list') ?? false,
    };
  });
}

/** What is to be said of a file: of one that is something else, what is wrong with it, and that it is that where it was a mistake. */
function foundIn(
  reading: FileReading,
  problems: readonly FileProblem[],
  isOther: boolean,
  isMistaken: boolean,
): readonly FileProblem[] {
  if (!isOther) return problems;
  if (!isMistaken) return reading.problems;
  return problems.map((one) =>
    one.code === 'no-ledger' ? { ...one, message: `${one.message}。已按发票存入草稿` } : one,
  );
}

/** A ledger among the invoices is no invoice that could not be read, and the other way round. */
function tellsOther({ ledger, summary, invoices }: FileReading, wanted: Wanted): boolean {
  const [isLedger, isInvoice] = [ledger.length + summary.length > 0, invoices.length > 0];
  return wanted === 'ledger' ? isInvoice && !isLedger : isLedger && !isInvoice;
}

type RowContradiction = Contradiction & { readonly row: number; readonly invoice: Invoice['id'] };

/** Of the rows this import told of. */
function contradictionsIn({ taken, application }: Imported): RowContradiction[] {
  const touched = new Set([...taken.added, ...taken.merged]);
  const { of } = readingsByRow(application);
  return application.invoices.flatMap((invoice, index) => {
    const readings: readonly InvoiceReading[] = touched.has(invoice.id) ? (of.get(invoice.id) ?? []) : [];
    return contradictionsOf(invoice, readings).map((one) => ({
      ...one,
      row: index + 1,
      invoice: invoice.id,
    }));
  });
}

function contradictionLine({ row, field, readings, inRow }: RowContradiction): string {
  const told = readings.map(({ source, value }) => `${SOURCE_WORDS[source]}是 ${valueInWords(field, value)}`);
  const own = inRow === null ? '' : `明细表中是 ${valueInWords(field, inRow)}，`;
  return `  第 ${row} 行发票的${INVOICE_FIELD_WORDS[field]}说法不一：${own}${told.join('，')}；请核对`;
}

function unreadWords(unread: readonly string[], id: string | null): string {
  return id !== null && unread.includes(id) ? '；已作为附件保存，请对照原件在明细表中填写' : '';
}

function isAlready({ problems }: { readonly problems: readonly FileProblem[] }): boolean {
  return problems.some(({ code }) => code === 'file-already-attached');
}

/** Lines of a list say the same thing a thousand times; --json has them all. */
const MOST_TOLD = 5;

function fewWords(problems: readonly FileProblem[]): string {
  const rest = problems.length - MOST_TOLD;
  const told = words(problems.slice(0, MOST_TOLD));
  return rest <= 0 ? told : `${told}；另有 ${rest} 处，加 --json 可以看全`;
}

function words(problems: readonly FileProblem[]): string {
  return problems.map(({ message }) => message).join('；');
}
