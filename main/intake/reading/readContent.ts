import { stat } from 'node:fs/promises';
import type { z } from 'zod';
import { assertNever } from '../../../shared/assertNever.ts';
import type { FileProblem, SniffedType } from '../../../shared/entities/attachment.ts';
import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import { FILE_PROBLEMS } from '../fileProblems.ts';
import { markupOf } from '../sheet/markupOf.ts';
import { sniffFile } from '../sniffFile.ts';
import type { readOperation } from './readOperation.ts';

type Input = z.output<typeof readOperation.input>;
type Progress = z.input<typeof readOperation.progress>;

/** Formats that are read as a whole, in MB; no invoice and no ledger comes near. PDF and pictures are read in pieces. */
const LARGEST_MB: Partial<Readonly<Record<SniffedType, number>>> = {
  xml: 64,
  text: 64,
  ofd: 256,
  xlsx: 256,
  xls: 256,
};
const LARGEST_ANY_MB = 2048;

/** The work of `readFiles` on one file, inside the child process: its content, never its name, picks the reader. */
export async function readContent(
  { path, mappings }: Input,
  report: (progress: Progress) => void,
): Promise<FileReading> {
  report({ page: -1 });
  const refuse = (problem: FileProblem): FileReading => ({ ...NOTHING_READ, problems: [problem] });
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse(FILE_PROBLEMS.folder());
    if (!found.isFile()) return refuse(FILE_PROBLEMS.special());
    if (found.size === 0) return refuse(FILE_PROBLEMS.empty());
    const { sniffedType, bytes } = await sniffFile(path);
    const largestMb = LARGEST_MB[sniffedType] ?? LARGEST_ANY_MB;
    if (bytes > largestMb * 2 ** 20) return refuse(FILE_PROBLEMS.tooLarge(largestMb));
    return await readAs(sniffedType, path, mappings, (page) => report({ page }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse(FILE_PROBLEMS.missing());
    if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return refuse(FILE_PROBLEMS.unreadable());
    throw error;
  }
}

/** Each reader is loaded when its first file comes: a child that reads XML needs no PDF engine. */
async function readAs(
  type: SniffedType,
  path: string,
  mappings: Input['mappings'],
  onPage: (page: number) => void,
): Promise<FileReading> {
  switch (type) {
    case 'xml': {
      const table = await markupOf(path);
      if (table !== null) return (await import('../sheet/readSheet.ts')).readSheet(path, table, mappings);
      return (await import('../invoice/readXmlInvoices.ts')).readXmlInvoices(path);
    }
    case 'ofd':
      return (await import('../invoice/readOfdInvoices.ts')).readOfdInvoices(path, onPage);
    case 'xlsx':
    case 'xls':
    case 'text':
      return (await import('../sheet/readSheet.ts')).readSheet(path, type, mappings);
    case 'pdf':
      return (await import('../invoice/readPdfInvoices.ts')).readPdfInvoices(path, onPage);
    case 'jpeg':
    case 'png':
    case 'tiff':
    case 'webp':
      return (await import('../invoice/readPictureInvoices.ts')).readPictureInvoices(path, onPage);
    case 'docx':
    case 'zip':
    case 'unknown':
      return NOTHING_READ;
    default:
      return assertNever(type);
  }
}
