import { type Attachment, type FileProblem, holdsData } from '../entities/attachment.ts';
import type { FileReading } from '../entities/fileReading.ts';
import { tellsSomething } from './kindOfReading.ts';

const KEPT_BESIDE: FileProblem = {
  code: 'kept-beside',
  message: '电子原件，随草稿保存，不装订',
  severity: 'hint',
};

/**
 * What is known of a file without pages once it told something: an electronic original, kept and never bound, is
 * nothing to be turned into a PDF. Null for files that have pages, tell nothing or are known as originals already.
 */
export function keptBeside(
  { pages, sniffedType, problems }: Pick<Attachment, 'pages' | 'sniffedType' | 'problems'>,
  reading: FileReading,
): Pick<Attachment, 'pages' | 'problems'> | null {
  if (pages !== null || !tellsSomething(reading) || !holdsData({ sniffedType })) return null;
  const others = problems.filter(({ code }) => code !== 'file-type-unsupported');
  return { pages: 0, problems: [...others, KEPT_BESIDE] };
}
