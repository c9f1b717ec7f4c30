import { Button, Select } from 'antd';
import { memo, useMemo, useState } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import type { Invoice } from '../../../shared/entities/invoice.ts';
import type { InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import { rowEvidence } from '../../../shared/evidence/rowEvidence.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import styles from './Invoices.module.css';
import { invoiceEdit } from './invoiceEdit.ts';
import { InvoicePages } from './pages/InvoicePages.tsx';
import { usePageTurns } from './pages/usePageTurns.ts';
import { ReviewButton } from './review/ReviewButton.tsx';
import { type ReviewScene, sceneOf } from './review/reviewSteps.ts';

type InvoiceCopiesProps = {
  readonly invoice: Invoice;
  /** Its row, from 1. */
  readonly number: number;
  /** The field in focus: its place on the page is shown. */
  readonly focus: InvoiceFieldName | null;
  readonly onField: (field: InvoiceFieldName) => void;
};

/** The copies attached to an invoice: which files, and their pages as they are. */
export const InvoiceCopies = memo(function InvoiceCopies({
  invoice,
  number,
  focus,
  onField,
}: InvoiceCopiesProps) {
  const call = useCall();
  const readOnly = useReadOnly();
  const turns = usePageTurns();
  // All rows: whose a file without a number is depends on which rows have it for a copy.
  const invoices = useApplication((application) => application.invoices);
  const attachments = useApplication((application) => application.attachments);
  const readings = useApplication((application) => application.readings);
  const scene = useMemo(
    () => sceneOf({ invoices, attachments, readings }, { key: '', of: 'row', id: invoice.id }),
    [invoices, invoice.id, attachments, readings],
  );
  const evidence = useMemo(
    () => (scene === null ? [] : rowEvidence(invoice, scene.readings)),
    [scene, invoice],
  );
  const files = useMemo(() => {
    const kinds = new Set(call.attachments.filter(({ rowsOf }) => rowsOf === 'invoices').map(({ id }) => id));
    return attachments.filter(({ kind, pages }) => kinds.has(kind) && pages !== 0);
  }, [call, attachments]);
  const mine = invoice.copies.flatMap((id) => files.find((file) => file.id === id) ?? []);
  const lost = invoice.copies.length - mine.length;
  const set = (copies: readonly string[]): void =>
    edit([invoiceEdit({ save: [{ ...invoice, copies: [...copies] }], remove: [] })], {
      at: `invoices[${invoice.id}].copies`,
    });
  return (
    <section className={styles.copies} aria-label={`第 ${number} 行发票的影像`}>
      {scene === null || scene.files.length === 0 ? null : (
        <div className={styles.pageHolder}>
          <InvoicePages scene={scene} evidence={evidence} turns={turns} focus={focus} onField={onField} />
        </div>
      )}
      {scene === null || scene.readings.length + scene.files.length === 0 ? null : (
        <ReviewButton invoice={invoice.id} readings={scene.readings} />
      )}
      {mine.length === 0 && (
        <p className={styles.none}>
          还没有影像。把这张发票的 PDF、OFD 或照片拖进窗口，会按票面内容自动挂到这一行
          {files.length === 0 ? '。' : '；已经在附件里的，在下面挂接。'}
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
      <DataSources scene={scene} />
    </section>
  );
});

/** Originals that tell of it and are no pages: XML, lists. */
function DataSources({ scene }: { readonly scene: ReviewScene | null }) {
  if (scene === null || scene.sources.length === 0) return null;
  return (
    <ul className={styles.copyList} aria-label="数据原件">
      {scene.sources.map((file) => (
        <li key={file.id}>
          <span className={styles.fileName}>{file.name}</span>
          <span>原件</span>
        </li>
      ))}
    </ul>
  );
}

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
