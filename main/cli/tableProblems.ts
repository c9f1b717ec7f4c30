import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { TableReading } from '../../shared/entities/tableReading.ts';
import { isLeftOut } from '../../shared/evidence/isLeftOut.ts';
import { sheetInWords } from '../../shared/evidence/sheetInWords.ts';
import { unusedInWords } from '../../shared/evidence/unusedInWords.ts';

const WHAT = {
  'invoice-list': '发票清单',
  ledger: '研发支出辅助账',
  'ledger-summary': '研发支出辅助账汇总表',
} as const;

/**
 * A sheet that was recognised without all of its columns gives no rows: which it is, and what to do. One that was read
 * says which of its columns nobody knew.
 */
export function tableProblems(tables: readonly TableReading[]): FileProblem[] {
  const unused = tables.flatMap((table): FileProblem[] => {
    const words = table.sure && !isLeftOut(table) ? unusedInWords(table) : null;
    if (words === null) return [];
    const sheet = table.sheet === '' ? '' : `${sheetInWords(table.sheet)}的 `;
    return [{ code: 'columns-unused', message: `${sheet}${words}`, severity: 'hint' }];
  });
  const unsure = tables
    .filter(({ sure }) => !sure)
    .map(
      ({ sheet, missing, mapping }): FileProblem => ({
        code: 'columns-unsure',
        message: `${sheetInWords(sheet)}像是${WHAT[mapping.kind]}，但表头没有认全${
          missing.length === 0 ? '' : `，没有找到：${missing.join('、')}`
        }；请用软件打开草稿，加入这个文件，在窗口中核对各列`,
        severity: 'error',
      }),
    );
  return [...unsure, ...unused];
}
