import type { FileReading } from '../entities/fileReading.ts';
import { sheetInWords } from './sheetInWords.ts';

/**
 * Why a reading tells nothing though its file may well tell something: its child process was given up, its bytes could
 * not be had, columns that are needed are not chosen, nothing was recognised any more. In words, without a full stop;
 * null when it tells something, or when its tables were understood and are empty. What an earlier reading of the file
 * told stands as long as this is not null.
 */
export function failedToRead({ invoices, tables, ledger, summary, problems }: FileReading): string | null {
  if (invoices.length + ledger.length + summary.length > 0) return null;
  const grave = problems.find(({ severity }) => severity === 'error');
  const problem = grave ?? problems.find(({ severity }) => severity === 'warning');
  if (problem !== undefined) return problem.message;
  const lacking = tables.find(({ missing }) => missing.length > 0);
  if (lacking !== undefined) return `${sheetInWords(lacking.sheet)}还有需要的列没有选定`;
  return tables.length === 0 ? '文件里没有认出发票或辅助账' : null;
}
