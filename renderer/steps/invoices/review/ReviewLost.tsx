import { Select } from 'antd';
import { useMemo } from 'react';
import { useApplication, useReadOnly } from '../../../draft/useDraft.ts';
import { readAgain } from '../../../evidence/readAgain.ts';
import { Button } from '../../../ui/Button.tsx';
import { invoiceInWords } from '../../attachments/invoiceInWords.ts';
import { lostInWords } from './lostInWords.ts';
import styles from './Review.module.css';
import type { ReviewScene } from './reviewSteps.ts';
import type { ReviewSession } from './useReviewSession.ts';

type ReviewLostProps = { readonly scene: ReviewScene; readonly session: ReviewSession };

/** A file that told no invoice, or one that has no row: why, and the ways to give it one. */
export function ReviewLost({ scene: { readings }, session }: ReviewLostProps) {
  const readOnly = useReadOnly();
  const invoices = useApplication((application) => application.invoices);
  const options = useMemo(
    () =>
      invoices.map((invoice, index) => ({ value: invoice.id, label: invoiceInWords(invoice, index + 1) })),
    [invoices],
  );
  const [reading] = readings;
  const ids = readings.map(({ attachment }) => attachment);
  if (reading === undefined) return null;
  const { title, text, refuse } = lostInWords(reading);
  return (
    <div className={styles.lost}>
      <p>
        <strong>{title}</strong>
        {text}
      </p>
      {readOnly ? null : (
        <div className={styles.lostTools}>
          <Select
            size="small"
            className={styles.lostSelect ?? ''}
            aria-label="这份影像是哪一行发票"
            placeholder="是表里的哪一行？"
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
            onChange={(row: string | null) => {
              if (row !== null) session.bind(row);
            }}
          />
          <Button look="quiet" onClick={() => void readAgain(ids)}>
            重新识读
          </Button>
          <Button look="quiet" onClick={session.putAside}>
            {refuse}
          </Button>
        </div>
      )}
    </div>
  );
}
