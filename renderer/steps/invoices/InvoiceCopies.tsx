import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { memo, useMemo, useState } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import type { Invoice } from '../../../shared/entities/invoice.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
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
      <PageView files={mine} />
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

/** The pages of the copies, one after the other. */
function PageView({ files }: { readonly files: readonly Attachment[] }) {
  const pages = files.flatMap((file) =>
    Array.from({ length: file.pages ?? 0 }, (_, page) => ({ file, page: page + 1 })),
  );
  const [at, setAt] = useState(0);
  const [broken, setBroken] = useState<string | null>(null);
  const shown = pages[Math.min(at, pages.length - 1)];
  if (shown === undefined) return null;
  const source = `app://chengce/files/${shown.file.sha256}/pages/${shown.page}?width=720`;
  return (
    <figure className={styles.pageView}>
      {broken === source ? (
        <p className={styles.none}>这一页现在显示不出来，原文件仍完好地保存在草稿里。</p>
      ) : (
        <img
          src={source}
          alt={`${shown.file.name} 第 ${shown.page} 页`}
          style={{ rotate: `${shown.file.rotate}deg` }}
          onError={() => setBroken(source)}
        />
      )}
      <figcaption>
        <Button
          size="small"
          aria-label="上一页"
          icon={<LeftOutlined aria-hidden />}
          disabled={at <= 0}
          onClick={() => setAt(at - 1)}
        />
        第 {Math.min(at, pages.length - 1) + 1} / {pages.length} 页
        <Button
          size="small"
          aria-label="下一页"
          icon={<RightOutlined aria-hidden />}
          disabled={at >= pages.length - 1}
          onClick={() => setAt(at + 1)}
        />
      </figcaption>
    </figure>
  );
}
