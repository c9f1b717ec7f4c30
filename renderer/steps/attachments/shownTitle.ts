import { fileTitle } from '../../../shared/documents/attachmentGroups.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';

/** Titles that several files of a kind have, by the list of them: every row asks. */
const known = new WeakMap<readonly Attachment[], ReadonlySet<string>>();

/** A file as the board names it: A-数电.pdf and A-数电.ofd beside each other keep their endings. @param files of its kind */
export function shownTitle(file: Attachment, files: readonly Attachment[]): string {
  const title = fileTitle(file);
  const repeated = known.get(files) ?? repeatedTitles(files);
  known.set(files, repeated);
  return file.title === '' && repeated.has(title) ? file.name : title;
}

function repeatedTitles(files: readonly Attachment[]): ReadonlySet<string> {
  const titles = files.map(fileTitle);
  const once = new Set<string>();
  return new Set(titles.filter((title) => once.size === once.add(title).size));
}
