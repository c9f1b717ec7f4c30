import { zipSync } from 'fflate';
import type { OpenedSheets } from './openedSheets.ts';
import { readWorkbook } from './readWorkbook.ts';
import { readZipParts } from './readZipParts.ts';
import { SHEET_LIMITS } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';

/** Opens an .xlsx (or .xlsm, .xlsb). Its parts are unpacked under a limit first, without macros, links and pictures. */
export async function openXlsx(path: string): Promise<OpenedSheets> {
  const unpacked = await readZipParts(path, isWanted, SHEET_LIMITS.unpackedBytes);
  if (!unpacked.ok) return { ok: false, problem: whyNot(unpacked.why) };
  // The library takes a package as a whole; put together again without compression nothing can swell any more.
  return readWorkbook(zipSync({ ...unpacked.parts }, { level: 0 }));
}

function isWanted(name: string): boolean {
  if (!/\.(xml|bin|rels)$/i.test(name)) return false;
  const plain = name.replace(/^\/+/, '').toLowerCase();
  if (plain === '[content_types].xml' || plain === '_rels/.rels') return true;
  return (
    /^xl\/([^/]+|_rels\/[^/]+|(work|chart|dialog|macro)sheets\/[^/]+)$/.test(plain) &&
    !/vbaproject|calcchain/.test(plain)
  );
}

function whyNot(why: 'damaged' | 'encrypted' | 'too-large') {
  if (why === 'encrypted') return SHEET_PROBLEMS.encrypted();
  if (why === 'too-large')
    return SHEET_PROBLEMS.tooLarge(`展开后 ${SHEET_LIMITS.unpackedBytes / 2 ** 20} MB`);
  return SHEET_PROBLEMS.damaged();
}
