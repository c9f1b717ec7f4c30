import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { TableReading } from '../../shared/entities/tableReading.ts';

const WHAT = {
  'invoice-list': '发票清单',
  ledger: '研发支出辅助账',
  'ledger-summary': '研发支出辅助账汇总表',
} as const;

/** A sheet that was recognised without all of its columns gives no rows: which it is, and what to do. */
export function tableProblems(tables: readonly TableReading[]): FileProblem[] {
  return tables
    .filter(({ sure }) => !sure)
    .map(({ sheet, missing, mapping }) => ({
      code: 'columns-unsure',
      message: `工作表“${sheet}”像是${WHAT[mapping.kind]}，但表头没有认全${
        missing.length === 0 ? '' : `，没有找到：${missing.join('、')}`
      }；请用软件打开草稿，加入这个文件，在窗口中核对各列`,
      severity: 'error',
    }));
}
