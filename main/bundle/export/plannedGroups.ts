import type { Call } from '../../../shared/calls/schema/call.ts';
import { attachmentGroups, boundPages } from '../../../shared/documents/attachmentGroups.ts';
import type { PaginationGroup } from '../../../shared/documents/planPagination.ts';
import type { Application } from '../../../shared/entities/application.ts';

/** Pages each file will take in the bundle; one that could not be counted takes the page that says so. */
export function plannedGroups(call: Call, application: Application): PaginationGroup[] {
  return attachmentGroups(call, application).map(({ kind, files }) => ({
    id: kind,
    startOnRight: application.settings.duplex,
    files: files.map((file) => ({ id: file.id, pages: boundPages(file) ?? 1 })),
  }));
}
