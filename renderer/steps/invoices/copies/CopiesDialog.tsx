import { type DragEvent, useMemo, useState } from 'react';
import type { Attachment } from '../../../../shared/entities/attachment.ts';
import type { Invoice } from '../../../../shared/entities/invoice.ts';
import { formatMoney } from '../../../../shared/entities/money.ts';
import { copiesWithoutRow, rowsWithoutCopy } from '../../../../shared/evidence/missingCopies.ts';
import { jumpTo } from '../../../app/navigation.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import { edit } from '../../../draft/edit.ts';
import { useApplication, useCall, useReadOnly } from '../../../draft/useDraft.ts';
import { readAgain } from '../../../evidence/readAgain.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { WindowedList } from '../../../ui/WindowedList.tsx';
import { assignCopy } from '../../attachments/attachmentEdits.ts';
import { draggedFile } from '../../attachments/draggedFile.ts';
import styles from './CopiesDialog.module.css';
import { LooseCopy } from './LooseCopy.tsx';

/** Rows without a copy at the left, copies without a row at the right: dragged or chosen, one is given to the other. */
export function CopiesDialog({ onClose }: { readonly onClose: () => void }) {
  const call = useCall();
  const readOnly = useReadOnly();
  const invoices = useApplication((application) => application.invoices);
  const attachments = useApplication((application) => application.attachments);
  const numbers = useMemo(() => new Map(invoices.map(({ id }, index) => [id, index + 1])), [invoices]);
  const rows = useMemo(() => rowsWithoutCopy({ invoices, attachments }), [invoices, attachments]);
  const files = useMemo(
    () => copiesWithoutRow(call, { invoices, attachments }),
    [call, invoices, attachments],
  );
  const goTo = (at: string): void => {
    onClose();
    jumpTo(at);
  };
  return (
    <Dialog title="发票与影像的对应" width={1040} onClose={onClose}>
      <p className={styles.soft}>
        {rows.length === 0 && files.length === 0
          ? '每一行都有影像，每份影像都有对应的行。'
          : '把右边的影像拖到左边的行上，或在影像下面选出是哪一行。读不出来的，可以重新识读，或到“逐张核对”里照着填写。'}
      </p>
      <div className={styles.lists}>
        <section aria-label="还没有影像的行">
          <h3 className={styles.title}>还没有影像的行（{rows.length}）</h3>
          {rows.length === 0 ? <p className={styles.soft}>每一行都有影像。</p> : null}
          <WindowedList
            className={styles.list}
            items={rows}
            keyOf={({ id }) => id}
            estimate={44}
            label="还没有影像的行"
          >
            {(row) => (
              <LackingRow
                row={row}
                number={numbers.get(row.id) ?? 0}
                readOnly={readOnly}
                onShow={() => goTo(`invoices[${row.id}].number`)}
              />
            )}
          </WindowedList>
        </section>
        <section aria-label="还没有对应行的影像">
          <div className={styles.titleLine}>
            <h3 className={styles.title}>还没有对应行的影像（{files.length}）</h3>
            {readOnly || files.length === 0 ? null : (
              <Button look="quiet" onClick={() => void readAgain(files.map(({ id }) => id))}>
                全部重新识读
              </Button>
            )}
          </div>
          {files.length === 0 ? <p className={styles.soft}>每份影像都有对应的行。</p> : null}
          <WindowedList
            className={styles.list}
            items={files}
            keyOf={({ id }) => id}
            estimate={84}
            label="还没有对应行的影像"
          >
            {(file) => (
              <LooseCopy
                file={file}
                readOnly={readOnly}
                onAssign={(row) => assign(file, row)}
                onShow={() => goTo(`attachments[${file.id}]`)}
              />
            )}
          </WindowedList>
        </section>
      </div>
    </Dialog>
  );
}

type LackingRowProps = {
  readonly row: Invoice;
  readonly number: number;
  readonly readOnly: boolean;
  readonly onShow: () => void;
};

function LackingRow({ row, number, readOnly, onShow }: LackingRowProps) {
  const [over, setOver] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!draggedFile.is(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const id = draggedFile.read(event);
      const file = draftStore.getState()?.application.attachments.find((one) => one.id === id);
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      assign(file, row.id);
    },
  };
  return (
    <li className={styles.row} data-over={over} data-row={row.id} {...(readOnly ? {} : drop)}>
      <LinkButton onClick={onShow}>第 {number} 行</LinkButton>
      <span className={styles.number}>{row.number === '' ? '号码未填' : row.number}</span>
      <span className={styles.seller}>{row.seller.name}</span>
      <span className={styles.money}>
        {row.totalFen === null ? '' : `${formatMoney(row.totalFen, 'yuan')} 元`}
      </span>
    </li>
  );
}

function assign(file: Attachment, row: string): void {
  const state = draftStore.getState();
  if (state !== null) edit(assignCopy(state.application, file, row), { at: `invoices[${row}].copies` });
}
