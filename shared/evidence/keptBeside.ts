import { type Attachment, type FileProblem, holdsData, isKeptBeside } from '../entities/attachment.ts';
import type { FileReading } from '../entities/fileReading.ts';
import { isAllLeftOut } from './isAllLeftOut.ts';
import { tellsSomething } from './kindOfReading.ts';
import { unbindable } from './unbindable.ts';

const KEPT_BESIDE: FileProblem = {
  code: 'kept-beside',
  message: '电子原件，随草稿保存，不装订',
  severity: 'hint',
};

/**
 * What reading a file without pages makes of it: an electronic original, kept and never bound, once it told something;
 * a file that cannot be bound again, once all its sheets were left out: else nothing would be read of it, nothing bind
 * it, and nobody hear of that. Null where nothing changes.
 */
export function keptBeside(
  file: Pick<Attachment, 'name' | 'pages' | 'sniffedType' | 'problems'>,
  reading: FileReading,
): Pick<Attachment, 'pages' | 'problems'> | null {
  if (isKeptBeside(file)) return isAllLeftOut(reading) ? notKept(file) : null;
  const isOriginal = file.pages === null && holdsData(file) && tellsSomething(reading);
  if (!isOriginal || isAllLeftOut(reading)) return null;
  const others = file.problems.filter(({ code }) => code !== 'file-type-unsupported');
  return { pages: 0, problems: [...others, KEPT_BESIDE] };
}

function notKept({
  name,
  sniffedType,
  problems,
}: Pick<Attachment, 'name' | 'sniffedType' | 'problems'>): Pick<Attachment, 'pages' | 'problems'> {
  const problem = unbindable(sniffedType, name);
  const others = problems.filter(({ code }) => code !== KEPT_BESIDE.code);
  return { pages: null, problems: [...(problem === null ? [] : [problem]), ...others] };
}
