import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { Preview } from '../../shared/contract/Preview.ts';
import type { Reply } from '../../shared/contract/Reply.ts';
import type { Application } from '../../shared/entities/application.ts';
import { makeWorkFolder, sweepAbandoned } from '../bundle/export/workFolder.ts';
import type { Previewer } from '../bundle/preview/createPreviewer.ts';
import { streamBlob } from '../store/blobs/streamBlob.ts';
import type { Draft } from '../store/draft.ts';

/** Where pictures lie while they are read. */
const LENT = 'chengce-preview-';

/** The bundle as the draft would print now; pictures the draft cannot give are printed as named boxes. */
export function previewDraft(
  previewer: Previewer,
  draft: Draft,
  call: Call,
  application: Application,
): Promise<Reply<Preview>> {
  return previewer.make({
    call,
    application,
    lendFiles: async (wanted) => {
      await sweepAbandoned(tmpdir(), LENT);
      const folder = await makeWorkFolder(tmpdir(), LENT);
      const files = new Map<string, string>();
      for (const sha256 of wanted) {
        const target = path.join(folder, sha256);
        if ((await streamBlob(draft, sha256, target)).ok) files.set(sha256, target);
      }
      return { files, giveBack: () => rm(folder, { recursive: true, force: true }) };
    },
  });
}
