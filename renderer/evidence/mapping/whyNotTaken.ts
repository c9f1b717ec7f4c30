import type { FileReading } from '../../../shared/entities/fileReading.ts';
import { failedToRead } from '../../../shared/evidence/failedToRead.ts';

/** Why a spreadsheet read with the columns a person chose cannot be taken into the draft; null when it can. */
export function whyNotTaken(reading: FileReading): string | null {
  const lacking = reading.tables.filter(({ missing }) => missing.length > 0);
  if (lacking.length > 0) {
    const only = reading.tables.length === 1;
    const asked = lacking.map(
      ({ sheet, missing }) => `${only ? '' : `“${sheet}”`}请选定：${missing.join('；')}`,
    );
    return `${asked.join('。')}。${only ? '' : '其中不是发票清单或辅助账的，可以点“不用这张表”。'}`;
  }
  const failed = failedToRead(reading);
  return failed === null ? null : `这次没有读出内容：${failed}。草稿没有改动，可以再试一次。`;
}
