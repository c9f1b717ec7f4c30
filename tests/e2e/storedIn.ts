import { closeDraft } from '../../main/store/closeDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import type { Application } from '../../shared/entities/application.ts';
import { mustOpen } from '../store/mustOpen.ts';

/** What a draft's file holds; no window has it open. */
export function storedIn(file: string): Application {
  const { draft } = mustOpen(file);
  try {
    return loadApplication(draft);
  } finally {
    closeDraft(draft);
  }
}
