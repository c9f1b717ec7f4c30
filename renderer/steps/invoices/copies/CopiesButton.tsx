import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { copiesWithoutRow, rowsWithoutCopy } from '../../../../shared/evidence/missingCopies.ts';
import { useApplication, useCall } from '../../../draft/useDraft.ts';
import { CopiesDialog } from './CopiesDialog.tsx';

/** Which rows lack a copy and which copies lack a row, told beside the table and given to each other in a dialog. */
export function CopiesButton() {
  const call = useCall();
  const invoices = useApplication((application) => application.invoices);
  const attachments = useApplication((application) => application.attachments);
  const [open, setOpen] = useState(false);
  const [rows, files] = useMemo(
    () => [
      rowsWithoutCopy({ invoices, attachments }).length,
      copiesWithoutRow(call, { invoices, attachments }).length,
    ],
    [call, invoices, attachments],
  );
  if (invoices.length === 0 && files === 0) return null;
  const told = [rows === 0 ? '' : `缺 ${rows}`, files === 0 ? '' : `多 ${files}`].filter((one) => one !== '');
  return (
    <>
      <Button size="small" title="哪些行还没有影像，哪些影像还没有对应的行" onClick={() => setOpen(true)}>
        {told.length === 0 ? '影像已齐' : `影像 ${told.join('、')}`}
      </Button>
      {open ? <CopiesDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
