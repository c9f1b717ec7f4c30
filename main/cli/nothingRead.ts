import type { FileProblem } from '../../shared/entities/attachment.ts';
import type { FileReading } from '../../shared/entities/fileReading.ts';

type Wanted = 'invoices' | 'ledger';

const NOTHING = {
  invoices: '没有找到发票的数据、二维码或版面；如果是扫描件，请对照原件在软件里填写',
  ledger: '没有找到辅助账的表头；辅助账请用 xlsx、xls 或 csv 文件',
} as const satisfies Record<Wanted, string>;

const OTHER = {
  invoices: '这是研发支出辅助账，不是发票；请用 ledger 命令',
  ledger: '这是发票，不是研发支出辅助账；请用 invoice 命令',
} as const satisfies Record<Wanted, string>;

const LIST = '这是发票清单，不是研发支出辅助账；请用 invoice 命令';
const UNKNOWN =
  '是表格，但表头没有认出是发票清单或研发支出辅助账；如果是，请用软件打开草稿，加入这个文件，在窗口中指定各列';

/** Why a file tells nothing of what is looked for: what it is instead, and what to do. */
export function nothingRead(wanted: Wanted, reading: FileReading): FileProblem {
  const { invoices, ledger, summary, tables, unrecognised } = reading;
  const told = (message: string): FileProblem => ({
    code: wanted === 'invoices' ? 'no-invoice' : 'no-ledger',
    message,
    severity: 'error',
  });
  if (wanted === 'ledger' && tables.some(({ mapping }) => mapping.kind === 'invoice-list')) return told(LIST);
  if (wanted === 'ledger' ? invoices.length > 0 : ledger.length + summary.length > 0)
    return told(OTHER[wanted]);
  return told(tables.length === 0 && unrecognised.length > 0 ? UNKNOWN : NOTHING[wanted]);
}
