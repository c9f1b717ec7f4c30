import { Select } from 'antd';
import { useMemo } from 'react';
import type { Attachment } from '../../../../shared/entities/attachment.ts';
import { useApplication } from '../../../draft/useDraft.ts';
import { readAgain } from '../../../evidence/readAgain.ts';
import { Button } from '../../../ui/Button.tsx';
import { draggedFile } from '../../attachments/draggedFile.ts';
import { invoiceInWords } from '../../attachments/invoiceInWords.ts';
import { PagePicture } from '../../attachments/PagePicture.tsx';
import styles from './CopiesDialog.module.css';

type LooseCopyProps = {
  readonly file: Attachment;
  readonly readOnly: boolean;
  readonly onAssign: (row: string) => void;
  readonly onShow: () => void;
};

/** A copy that belongs to no row: its page, why nothing was read, and the rows it could belong to. */
export function LooseCopy({ file, readOnly, onAssign, onShow }: LooseCopyProps) {
  const invoices = useApplication((application) => application.invoices);
  const readings = useApplication((application) => application.readings);
  const options = useMemo(
    () =>
      invoices
        .map((row, index) => ({ row, label: invoiceInWords(row, index + 1) }))
        // Rows without a copy are what one most likely looks for.
        .toSorted((a, b) => Number(a.row.copies.length > 0) - Number(b.row.copies.length > 0))
        .map(({ row, label }) => ({ value: row.id, label })),
    [invoices],
  );
  const why = readings.find(({ attachment }) => attachment === file.id)?.problems[0]?.message;
  return (
    <li
      className={styles.copy}
      draggable={!readOnly}
      onDragStart={(event) => draggedFile.write(event, file.id)}
    >
      <button type="button" className={styles.thumb} aria-label={`到附件中看“${file.name}”`} onClick={onShow}>
        <PagePicture file={file} page={1} width={56} alt="" />
      </button>
      <div className={styles.words}>
        <span className={styles.name}>{file.name}</span>
        {why === undefined ? null : <span className={styles.soft}>{why}</span>}
        {readOnly ? null : (
          <span className={styles.tools}>
            <Select
              size="small"
              className={styles.select ?? ''}
              aria-label={`“${file.name}”是哪一行`}
              placeholder="是哪一行？"
              value={null}
              showSearch={{ optionFilterProp: 'label' }}
              options={options}
              getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
              onChange={(row: string | null) => {
                if (row !== null) onAssign(row);
              }}
            />
            <Button look="quiet" onClick={() => void readAgain([file.id])}>
              重新识读
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
