import type { FileReading } from '../../../shared/entities/fileReading.ts';
import { failedToRead } from '../../../shared/evidence/failedToRead.ts';

/** Why a spreadsheet read with the columns a person chose cannot be taken into the draft; null when it can. */
export function whyNotTaken(reading: FileReading): string | null {
  const lacking = reading.tables.filter(({ missing }) => missing.length > 0);
  if (lacking.length > 0) {
    const names = lacking.map(({ sheet }) => `“${sheet}”`).join('、');
    return `${names}还有需要的列没有选定，这样读不出内容。不是发票清单或辅助账的，请点“不用这张表”。`;
  }
  const failed = failedToRead(reading);
  return failed === null ? null : `这次没有读出内容：${failed}。草稿没有改动，可以再试一次。`;
}
