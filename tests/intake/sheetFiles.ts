import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterAll } from 'vitest';

/** What a cell of a made sheet holds: text, a figure, a figure with a format, or a formula (with or without a result). */
export type Made =
  | string
  | number
  | null
  | { readonly v?: number | string; readonly z?: string; readonly f?: string };

export type MadeSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Made[])[];
  /** As a spreadsheet writes them: `A1:C1`. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
};

/** A folder for the files of one test file, with a name people give; it goes when they are done. */
export function sheetFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), '台账 发票-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a real workbook; the ending of the name says which format. */
export function writeWorkbook(
  folder: string,
  name: string,
  sheets: readonly MadeSheet[],
  options: { readonly date1904?: boolean; readonly biff?: 5 } = {},
): string {
  const workbook = xlsx.utils.book_new();
  for (const { name: title, rows, merges = [] } of sheets) {
    const sheet: xlsx.WorkSheet = {};
    let width = 1;
    for (const [row, line] of rows.entries()) {
      width = Math.max(width, line.length);
      for (const [column, cell] of line.entries()) {
        const made = cellOf(cell);
        if (made !== null) sheet[xlsx.utils.encode_cell({ r: row, c: column })] = made;
      }
    }
    sheet['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } });
    sheet['!merges'] = merges.map((merge) => xlsx.utils.decode_range(merge));
    xlsx.utils.book_append_sheet(workbook, sheet, title);
  }
  workbook.Workbook = {
    WBProps: { date1904: options.date1904 === true },
    Sheets: sheets.map(({ name: title, hidden }) => ({ name: title, Hidden: hidden === true ? 1 : 0 })),
  };
  const path = join(folder, name);
  const bookType = name.endsWith('.xls') ? (options.biff === 5 ? 'biff5' : 'biff8') : 'xlsx';
  const bytes: Uint8Array = xlsx.write(workbook, { type: 'buffer', bookType, bookSST: options.biff !== 5 });
  writeFileSync(path, bytes);
  return path;
}

function cellOf(cell: Made): xlsx.CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'string') return { t: 's', v: cell };
  const { v, z, f } = cell;
  const type = typeof v === 'string' ? 's' : 'n';
  return {
    t: type,
    ...(v === undefined ? {} : { v }),
    ...(z === undefined ? {} : { z }),
    ...(f === undefined ? {} : { f }),
  };
}

/** The official 2015 layout of 自主研发 with some of its columns; rows are data below the heads. */
export function sheet2015(facts: {
  readonly title?: string;
  readonly name: string;
  readonly head?: string;
  readonly project?: string;
  readonly year?: string;
  readonly rows: readonly (readonly Made[])[];
}): MadeSheet {
  const top: Made[] = [
    `${facts.year ?? '2019'}年`,
    null,
    '凭证',
    null,
    '摘要',
    '借方金额',
    '贷方金额',
    '借或贷',
    '余额',
    '费用明细（借方）',
  ];
  const groups: Made[] = [
    '月',
    '日',
    '种类',
    '号数',
    null,
    null,
    null,
    null,
    null,
    '一、人员人工费用',
    null,
    null,
    '二、直接投入费用',
    null,
    '三、折旧费用',
    '四、无形资产摊销',
    '五、新产品设计费等',
    '六、其他相关费用',
    null,
  ];
  const items: Made[] = [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    '工资薪金',
    '五险一金',
    '外聘研发人员的劳务费用',
    '材料',
    '燃料',
    '用于研发活动的仪器的折旧费',
    '软件',
    '新产品设计费',
    '技术图书资料费',
    '差旅费、会议费',
  ];
  const numbers: Made[] = [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    '1.1',
    '1.2',
    '1.3',
    '2.1',
    '2.2',
    '3.1',
    '4.1',
    '5.1',
    '6.1',
    '6.5',
  ];
  return {
    name: facts.name,
    rows: [
      [facts.title ?? '自主研发“研发支出”辅助账'],
      [
        facts.head ?? '项目编号：RD01',
        null,
        null,
        null,
        `项目名称：${facts.project ?? '5G智慧工厂项目'}`,
        null,
        null,
        '资本化、费用化支出选项：费用化',
        null,
        '项目实施状态选项：未完成',
        null,
        null,
        null,
        null,
        null,
        '金额单位：元（列至角分）',
      ],
      top,
      groups,
      items,
      numbers,
      ...facts.rows,
    ],
    merges: [
      'A1:S1',
      'A3:B3',
      'C3:D3',
      'E3:E5',
      'F3:F5',
      'G3:G5',
      'H3:H5',
      'I3:I5',
      'J3:S3',
      'A4:A5',
      'B4:B5',
      'C4:C5',
      'D4:D5',
      'J4:L4',
      'M4:N4',
      'R4:S4',
    ],
  };
}

/** The official 2021 layout; rows are data below the heads. */
export function sheet2021(facts: {
  readonly name: string;
  readonly code?: string;
  readonly project?: string;
  readonly unit?: string;
  readonly rows: readonly (readonly Made[])[];
}): MadeSheet {
  return {
    name: facts.name,
    rows: [
      ['研发支出辅助账（2021版）'],
      [
        '项目编号',
        facts.code ?? 'RD02',
        null,
        '项目名称',
        facts.project ?? '5G智慧工厂项目',
        null,
        '完成情况',
        '已完成',
        null,
        '支出类型',
        '资本化',
        null,
        null,
        facts.unit ?? '单位：元',
      ],
      [
        '凭证信息',
        null,
        null,
        null,
        '会计凭证记载金额',
        '税法规定的归集金额',
        '费用明细',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      [
        '日期',
        '种类',
        '号数',
        '摘要',
        null,
        null,
        '人员人工费用',
        '直接投入费用',
        '折旧费用',
        '无形资产摊销',
        '新产品设计费等',
        '其他相关费用',
        '委托研发费用',
        null,
      ],
      [
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        '委托境内机构或个人进行研发活动所发生的费用',
        '委托境外机构进行研发活动所发生的费用',
      ],
      ...facts.rows,
    ],
    merges: [
      'A1:N1',
      'A3:D3',
      'E3:E5',
      'F3:F5',
      'G3:N3',
      'A4:A5',
      'B4:B5',
      'C4:C5',
      'D4:D5',
      'G4:G5',
      'H4:H5',
      'I4:I5',
      'J4:J5',
      'K4:K5',
      'L4:L5',
      'M4:N4',
    ],
  };
}
