import { useEffect, useState } from 'react';
import type { Attachment } from '../../../../shared/entities/attachment.ts';
import type { InvoiceReading } from '../../../../shared/entities/invoiceReading.ts';
import { edit } from '../../../draft/edit.ts';
import { useApplication } from '../../../draft/useDraft.ts';
import type { Turn } from '../../../evidence/uprightTurn.ts';
import { turned, turnFileTo } from '../../attachments/attachmentEdits.ts';
import { shownTurn, stillByHand, type TurnsByHand } from './turnsByHand.ts';

/** How pages are shown turned: one answer for the page and for what is cut out of it. */
export type PageTurns = {
  readonly of: (file: Attachment, page: number, readings: readonly InvoiceReading[]) => Turn;
  /** Turns a file by a quarter from how its page is shown, 1 clockwise. */
  readonly turn: (
    file: Attachment,
    page: number,
    readings: readonly InvoiceReading[],
    quarters: 1 | -1,
  ) => void;
};

/** Turns of pages as long as the place that shows them is open. */
export function usePageTurns(): PageTurns {
  const files = useApplication((application) => application.attachments);
  const [byHand, setByHand] = useState<TurnsByHand>(new Map());
  useEffect(() => setByHand((now) => stillByHand(now, files)), [files]);
  return {
    of: (file, page, readings) => shownTurn(file, page, readings, byHand),
    turn: (file, page, readings, quarters) => {
      const to = turned(shownTurn(file, page, readings, byHand), quarters);
      edit(turnFileTo(file, to), { at: `attachments[${file.id}]` });
      setByHand((now) => new Map([...now, [file.id, to]]));
    },
  };
}
