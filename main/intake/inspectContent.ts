import { stat } from 'node:fs/promises';
import type { z } from 'zod';
import { assertNever } from '../../shared/assertNever.ts';
import type { SniffedType } from '../../shared/entities/attachment.ts';
import { unbindable } from '../../shared/evidence/unbindable.ts';
import { FILE_PROBLEMS } from './fileProblems.ts';
import { hashFile } from './hashFile.ts';
import { type Inspection, NO_FACTS, type PageFacts } from './inspection.ts';
import type { inspectOperation } from './inspectOperation.ts';
import { inspectPdf } from './inspectPdf.ts';
import { inspectPicture } from './inspectPicture.ts';
import { misleadingName } from './misleadingName.ts';
import { foreignArchive, sniffType } from './sniffType.ts';

type Progress = z.input<typeof inspectOperation.progress>;

const MAX_MB = 2048;

/** The work of `inspectFile`, inside the child process. */
export async function inspectContent(
  { path, render }: { readonly path: string; readonly render: boolean },
  report: (progress: Progress) => void,
): Promise<Inspection> {
  const unread = { path, sniffedType: 'unknown' as SniffedType, sha256: '', bytes: 0 };
  const refuse = (problem: Inspection['problems'][number], known: Partial<Inspection> = {}): Inspection => ({
    ...NO_FACTS,
    ...unread,
    ...known,
    ok: false,
    problems: [problem],
  });
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse(FILE_PROBLEMS.folder());
    if (!found.isFile()) return refuse(FILE_PROBLEMS.special());
    if (found.size === 0) return refuse(FILE_PROBLEMS.empty());
    if (found.size > MAX_MB * 2 ** 20) return refuse(FILE_PROBLEMS.tooLarge(MAX_MB), { bytes: found.size });
    const { sha256, bytes, head, tail } = await hashFile(path, () =>
      report({ page: -1, sniffedType: 'unknown', sha256: '', bytes: 0 }),
    );
    const sniffedType = sniffType(head, tail);
    const known = { sniffedType, sha256, bytes };
    report({ page: -1, ...known });
    const packed = foreignArchive(head);
    if (packed !== null) return refuse(FILE_PROBLEMS.unpackFirst(packed), known);
    const facts = await factsOf(sniffedType, path, render, (page) => report({ page, ...known }));
    const misnamed = misleadingName(path, sniffedType);
    const problems = misnamed === null ? facts.problems : [...facts.problems, misnamed];
    const ok = facts.pages !== null && !problems.some(({ severity }) => severity === 'error');
    return { ...facts, path, ...known, ok, problems };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse(FILE_PROBLEMS.missing());
    if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return refuse(FILE_PROBLEMS.unreadable());
    throw error;
  }
}

async function factsOf(
  type: SniffedType,
  path: string,
  render: boolean,
  onPage: (page: number) => void,
): Promise<PageFacts> {
  switch (type) {
    case 'pdf':
      return inspectPdf(path, render, onPage);
    case 'jpeg':
    case 'png':
    case 'tiff':
    case 'webp':
      return inspectPicture(path, onPage);
    case 'ofd':
      // Drawing brings fonts and much else along, which few children ever need.
      return (await import('./inspectOfd.ts')).inspectOfd(path, render, onPage);
    case 'zip':
      return {
        ...NO_FACTS,
        problems: [/\.ofd$/i.test(path) ? FILE_PROBLEMS.ofdDamaged() : FILE_PROBLEMS.zip()],
      };
    case 'xlsx':
    case 'xls':
    case 'docx':
    case 'xml':
    case 'text':
    case 'unknown': {
      const problem = unbindable(type, path);
      return { ...NO_FACTS, problems: problem === null ? [] : [problem] };
    }
    default:
      return assertNever(type);
  }
}
