import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { jumpTo } from '../../app/navigation.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useReadOnly } from '../../draft/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { useBoard } from './AttachmentsProvider.tsx';
import { assignCopy } from './attachmentEdits.ts';
import styles from './CopyOf.module.css';
import { invoiceInWords } from './invoiceInWords.ts';

/** Which row of the invoices a copy belongs to, and how to say so where its name did not tell. */
export function CopyOf({ file }: { readonly file: Attachment }) {
  const readOnly = useReadOnly();
  const bonds = useBoard().invoicesOf(file.id);
  const [choosing, setChoosing] = useState(false);
  if (choosing)
    return (
      <InvoiceSelect file={file} value={bonds[0]?.invoice.id ?? null} onDone={() => setChoosing(false)} />
    );
  return (
    <span className={styles.bond}>
      {bonds.length === 0 ? (
        <span className={styles.none}>还没对应到发票</span>
      ) : (
        bonds.map(({ invoice, row }) => (
          <Button
            key={invoice.id}
            look="quiet"
            className={styles.link ?? ''}
            aria-label={`去看第 ${row} 行发票 ${invoice.number}`}
            onClick={() => jumpTo(`invoices[${invoice.id}]`)}
          >
            第 {row} 行发票 {invoice.number}
          </Button>
        ))
      )}
      {readOnly ? null : (
        <Button
          look="quiet"
          className={styles.link ?? ''}
          aria-label={`指明“${file.name}”是哪张发票`}
          onClick={() => setChoosing(true)}
        >
          {bonds.length === 0 ? '指明发票' : '改'}
        </Button>
      )}
    </span>
  );
}

function InvoiceSelect({
  file,
  value,
  onDone,
}: {
  readonly file: Attachment;
  readonly value: string | null;
  readonly onDone: () => void;
}) {
  const invoices = useApplication((application) => application.invoices);
  const options = useMemo(
    () =>
      invoices.map((invoice, index) => ({ value: invoice.id, label: invoiceInWords(invoice, index + 1) })),
    [invoices],
  );
  return (
    <Select
      size="small"
      className={styles.select ?? ''}
      aria-label={`“${file.name}”是哪张发票`}
      autoFocus
      defaultOpen
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入行号、号码或销售方"
      value={value}
      options={options}
      onChange={(invoice: string | null | undefined) => {
        const state = draftStore.getState();
        if (state !== null)
          edit(assignCopy(state.application, file, invoice ?? null), { at: `attachments[${file.id}]` });
        onDone();
      }}
      onBlur={onDone}
    />
  );
}
