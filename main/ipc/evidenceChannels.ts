import type { Reply } from '../../shared/contract/Reply.ts';
import type { AttachmentReading } from '../../shared/entities/fileReading.ts';
import type { TableMapping } from '../../shared/entities/tableReading.ts';
import { told } from '../session/openDrafts.ts';
import { readEvidence } from '../tasks/readEvidence.ts';
import type { FileWork } from './fileWork.ts';
import type { MainContext } from './MainContext.ts';
import type { HandlersFor } from './register.ts';

type Names = 'evidence:read' | 'evidence:map';

/**
 * Files of the open draft read once more. Nothing is stored here: what they tell becomes rows by an edit of the window,
 * so that it can be undone; only corrected columns are remembered, on this machine.
 */
export function evidenceChannels(context: MainContext, work: FileWork): HandlersFor<Names> {
  const { drafts, columnMappings } = context;

  const read = (
    session: string,
    wanted: readonly string[],
    mappings: readonly TableMapping[],
  ): Promise<Reply<AttachmentReading[]>> =>
    work.inLine(async (signal) => {
      const found = drafts.find(session);
      if (!found.ok) return found;
      const open = found.value;
      const ids = new Set(wanted);
      const files = open.application.attachments.filter(({ id }) => ids.has(id));
      if (files.length === 0) return GONE;
      const outcome = await readEvidence({
        draft: open.draft,
        files,
        mappings,
        signal: AbortSignal.any([signal, open.signal]),
        onProgress: work.teller(),
      });
      return outcome.ok ? { ok: true, value: outcome.readings } : told(outcome.problem);
    });

  return {
    'evidence:read': ({ session, attachments }) => read(session, attachments, columnMappings.list()),
    'evidence:map': async ({ session, attachment, mappings, remember }) => {
      const reply = await read(session, [attachment], [...mappings, ...columnMappings.list()]);
      if (!reply.ok) return reply;
      const [only] = reply.value;
      if (only === undefined) return GONE;
      const { tables } = only.reading;
      if (remember && tables.length > 0 && tables.every(({ sure }) => sure))
        columnMappings.remember(mappings);
      return { ok: true, value: only.reading };
    },
  };
}

const GONE = told({ code: 'attachment-missing', message: '这份附件已不在草稿中，没有识读' });
