import { assertNever } from '../../../shared/assertNever.ts';
import type { ColumnMeaning, TableKind, TableMapping } from '../../../shared/entities/tableReading.ts';
import { nameOfSheet } from '../../../shared/evidence/nameOfSheet.ts';
import {
  findHeadBlock,
  findUnknownHead,
  type HeadBlock,
  headLine,
  isOnlyText,
  signatureOf,
} from './headBlock.ts';
import { COST_GROUPS } from './ledgerHeads.ts';
import { plainHead } from './plainHead.ts';
import { hasColumn, type Recognised } from './recognised.ts';
import { missingOfInvoiceList, recogniseInvoiceList } from './recogniseInvoiceList.ts';
import { missingOfLedger, missingOfSummary, recogniseLedger, recogniseSummary } from './recogniseLedger.ts';
import type { Sheet } from './sheet.ts';
import { unitOfTable } from './unitOfTable.ts';

/** A sheet that looks like an invoice list or an R&D ledger, or that a person may say is one. */
export type Table = {
  readonly sheet: Sheet;
  readonly block: HeadBlock;
  readonly mapping: TableMapping;
  /** Heads by column in one line each. */
  readonly heads: readonly string[];
  /** All text above the heads and the sheet's name: title, unit, project. */
  readonly above: string;
  readonly missing: readonly string[];
  /** By its heads or by what a person said of them; what is not is neither read nor asked about. */
  readonly isRecognised: boolean;
  /** A person said what its columns hold. */
  readonly isChosen: boolean;
  /** The user said that it is no table for us. */
  readonly leftOut: boolean;
};

/**
 * Recognises what a sheet is by its heads; null when it has nothing that could be heads. Columns the user gave for the
 * same heads win over what is recognised, and what heads leave open stays asked until they answer it.
 */
export function recogniseTable(sheet: Sheet, mappings: readonly TableMapping[]): Table | null {
  const known = findHeadBlock(sheet);
  const block = known ?? findUnknownHead(sheet);
  if (block === null) return null;
  const signature = signatureOf(block);
  const same = mappings.filter((mapping) => mapping.signature === signature);
  const given = same.find(({ columns }) => columns.length > 0);
  const without = same
    .find((mapping) => mapping.without !== undefined)
    ?.without?.map((name) => (sheet.name === '' ? nameOfSheet(name) : name));
  const heads = block.paths.map(headLine);
  const above = textAbove(sheet, block.first);
  const understood = understand(sheet, { block, isKnown: known !== null, heads, above, given });
  const leftOut = without?.includes(sheet.name) === true;
  return {
    sheet,
    block,
    heads,
    above,
    mapping: {
      signature,
      ...understood.mapping,
      ...(without === undefined ? {} : { without }),
    },
    isRecognised: understood.isRecognised,
    isChosen: given !== undefined,
    leftOut,
    missing: leftOut ? [] : understood.missing,
  };
}

type Known = Pick<Table, 'block' | 'heads' | 'above'> & {
  /** Heads of the block are among those a table has. */
  readonly isKnown: boolean;
  readonly given: TableMapping | undefined;
};
type Understood = Pick<Table, 'isRecognised'> & {
  readonly mapping: Omit<TableMapping, 'signature' | 'without'>;
  readonly missing: readonly string[];
};

function understand(sheet: Sheet, { block, isKnown, heads, above, given }: Known): Understood {
  const paths = block.paths.map((path) => path.map(plainHead));
  const { unit, doubt: unitDoubt } = unitOfTable(above, heads);
  const told = unitDoubt === null ? [] : [unitDoubt];
  if (given !== undefined) {
    const { kind } = given;
    const columns = heads.map((_, column) => given.columns[column] ?? null);
    const { open } = recogniseKind(kind, { paths, numbers: block.numbers });
    const asked = open.filter(({ anyOf }) => !hasColumn(columns, ...anyOf)).map(({ words }) => words);
    const headRow = givenHeadRow(sheet, block, given.headRow);
    return {
      mapping: { kind, headRow, columns, unit: given.unit },
      missing: [...missingOf(kind, columns), ...asked, ...told],
      isRecognised: true,
    };
  }
  const found = isKnown ? kindOf(paths, above) : kindOfFewHeads(paths);
  const { kind, doubt } = found ?? { kind: RESEARCH.test(above) ? 'ledger' : 'invoice-list', doubt: null };
  const { columns, missing } = recogniseKind(kind, { paths, numbers: block.numbers });
  return {
    mapping: { kind, headRow: block.last, columns: [...columns], unit },
    missing: [...missing, ...(doubt === null ? [] : [doubt]), ...told],
    isRecognised: found !== null,
  };
}

/** A head the user set lower than it was found; another file's heads may stand anywhere, and no data is lost to them. */
function givenHeadRow(sheet: Sheet, { last }: HeadBlock, given: number): number {
  return given > last && isOnlyText(sheet, last + 1, given) ? given : last;
}

function textAbove(sheet: Sheet, first: number): string {
  const lines = sheet.rows.slice(0, first).map((row) => row.map((cell) => cell?.text ?? '').join(' '));
  return [sheet.name, ...lines].join('\n');
}

type FoundKind = {
  readonly kind: TableKind;
  /** Why a person must say that it is one, in words; null when it is told. */
  readonly doubt: string | null;
};

const RESEARCH = /辅助账|研发支出|研发费用|研究开发费/;

/** Two heads could be any sheet's, but for those that an invoice list cannot do without. */
function kindOfFewHeads(paths: readonly (readonly string[])[]): FoundKind | null {
  const { columns } = recogniseInvoiceList(paths);
  return missingOfInvoiceList(columns).length === 0 ? { kind: 'invoice-list', doubt: null } : null;
}

/** What a sheet looks like; a title helps where heads alone say little. */
function kindOf(paths: readonly (readonly string[])[], above: string): FoundKind | null {
  const invoice = new Set(recogniseInvoiceList(paths).columns);
  const groups = new Set(
    paths.flatMap((path) => COST_GROUPS.find(({ like }) => path.some((head) => like.test(head)))?.cost ?? []),
  );
  const titled = RESEARCH.test(above);
  if (groups.size >= 2 || (titled && !invoice.has('number'))) {
    const kind = ledgerKind(paths, groups.size >= 2 || /汇总/.test(above));
    // Accounts of other costs have 折旧 and 其他 too.
    const told = titled || (groups.has('personnel') && groups.has('materials'));
    return kind === null
      ? null
      : { kind, doubt: told ? null : '标题和表头没有写明这是研发支出辅助账，请确认' };
  }
  if (invoice.has('number')) return { kind: 'invoice-list', doubt: null };
  const parties = ['seller.name', 'seller.taxId', 'buyer.name', 'buyer.taxId', 'code', 'kind'] as const;
  const amounts = ['netFen', 'taxFen', 'totalFen'] as const;
  const looks = parties.some((field) => invoice.has(field)) && amounts.some((field) => invoice.has(field));
  const named = /发票|票据|开票/.test(above + paths.flat().join());
  return looks && named ? { kind: 'invoice-list', doubt: null } : null;
}

function ledgerKind(paths: readonly (readonly string[])[], mayBeSummary: boolean): TableKind | null {
  const { columns } = recogniseLedger({ paths, numbers: [] });
  if (hasColumn(columns, 'summary', 'voucher', 'voucherNumber')) return 'ledger';
  return mayBeSummary ? 'ledger-summary' : null;
}

function recogniseKind(
  kind: TableKind,
  heads: { readonly paths: readonly (readonly string[])[]; readonly numbers: readonly string[] },
): Recognised {
  switch (kind) {
    case 'invoice-list':
      return recogniseInvoiceList(heads.paths);
    case 'ledger':
      return recogniseLedger(heads);
    case 'ledger-summary':
      return recogniseSummary(heads);
    default:
      return assertNever(kind);
  }
}

function missingOf(kind: TableKind, columns: readonly (ColumnMeaning | null)[]): readonly string[] {
  switch (kind) {
    case 'invoice-list':
      return missingOfInvoiceList(columns);
    case 'ledger':
      return missingOfLedger(columns);
    case 'ledger-summary':
      return missingOfSummary(columns);
    default:
      return assertNever(kind);
  }
}
