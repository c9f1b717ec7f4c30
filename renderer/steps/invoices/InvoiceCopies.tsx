import { Button, Select } from 'antd';
import { memo, useMemo, useState } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import type { Invoice } from '../../../shared/entities/invoice.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { CopyPages } from './CopyPages.tsx';
import styles from './Invoices.module.css';
import { invoiceEdit } from './invoiceEdit.ts';

type InvoiceCopiesProps = {
  readonly invoice: Invoice;
  /** Its row, from 1. */
  readonly number: number;
};

/** The copies attached to an invoice: which files, and their pages as they are. */
export const InvoiceCopies = memo(function InvoiceCopies({ invoice, number }: InvoiceCopiesProps) {
  const call = useCall();
  const readOnly = useReadOnly();
  const attachments = useApplication((application) => application.attachments);
  const files = useMemo(() => {
    const kinds = new Set(call.attachments.filter(({ rowsOf }) => rowsOf === 'invoices').map(({ id }) => id));
    return attachments.filter(({ kind }) => kinds.has(kind));
  }, [call, attachments]);
  const mine = invoice.copies.flatMap((id) => files.find((file) => file.id === id) ?? []);
  const lost = invoice.copies.length - mine.length;
  const set = (copies: readonly string[]): void =>
    edit([invoiceEdit({ save: [{ ...invoice, copies: [...copies] }], remove: [] })], {
      at: `invoices[${invoice.id}].copies`,
    });
  return (
    <section className={styles.copies} aria-label={`第 ${number} 行发票的影像`}>
      <h3>影像</h3>
      {mine.length === 0 && (
        <p className={styles.none}>
          还没有影像。{files.length === 0 ? '请把发票的 PDF、OFD 或照片拖进窗口，' : ''}
          再在下面挂到这张发票上。
        </p>
      )}
      {lost > 0 && <p className={styles.saidHere}>有 {lost} 份登记的影像已经不在附件里。</p>}
      <ul className={styles.copyList}>
        {mine.map((file) => (
          <li key={file.id}>
            <span className={styles.fileName}>{file.name}</span>
            <span>{file.pages === null ? '打不开' : `${file.pages} 页`}</span>
            {!readOnly && (
              <Button
                size="small"
                type="text"
                onClick={() => set(invoice.copies.filter((id) => id !== file.id))}
                aria-label={`取下影像 ${file.name}`}
              >
                取下
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && files.length > 0 && (
        <AttachCopy
          files={files.filter(({ id }) => !invoice.copies.includes(id))}
          onAttach={(id) => set([...invoice.copies, id])}
        />
      )}
      <CopyPages files={mine} />
    </section>
  );
});

type AttachCopyProps = {
  readonly files: readonly Attachment[];
  readonly onAttach: (id: string) => void;
};

/** Chooses a file to attach; files that no invoice has yet come first. */
function AttachCopy({ files, onAttach }: AttachCopyProps) {
  // Worked out on opening: what the other ten thousand invoices have is of no interest before.
  const [options, setOptions] = useState<{ value: string; label: string }[]>([]);
  const open = (): void => {
    const invoices = draftStore.getState()?.application.invoices ?? [];
    const taken = new Set(invoices.flatMap(({ copies }) => copies));
    setOptions(
      files
        .toSorted((a, b) => Number(taken.has(a.id)) - Number(taken.has(b.id)))
        .map(({ id, name }) => ({ value: id, label: taken.has(id) ? `${name}（已挂在别的发票上）` : name })),
    );
  };
  return (
    <Select
      aria-label="挂接影像文件"
      placeholder="挂接影像文件…"
      className={styles.attach ?? ''}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onOpenChange={(opens) => {
        if (opens) open();
      }}
      onChange={(id: string | null) => {
        if (id !== null) onAttach(id);
      }}
    />
  );
}
