import { Select } from 'antd';
import { useMemo } from 'react';
import { useApplication, useReadOnly } from '../../../draft/useDraft.ts';
import { readAgain } from '../../../evidence/readAgain.ts';
import { Button } from '../../../ui/Button.tsx';
import { invoiceInWords } from '../../attachments/invoiceInWords.ts';
import styles from './Review.module.css';
import type { ReviewScene } from './reviewSteps.ts';
import type { ReviewSession } from './useReviewSession.ts';

type ReviewLostProps = { readonly scene: ReviewScene; readonly session: ReviewSession };

/** A file that told no invoice: why, and the ways to give it one. */
export function ReviewLost({ scene: { readings }, session }: ReviewLostProps) {
  const readOnly = useReadOnly();
  const invoices = useApplication((application) => application.invoices);
  const options = useMemo(
    () =>
      invoices.map((invoice, index) => ({ value: invoice.id, label: invoiceInWords(invoice, index + 1) })),
    [invoices],
  );
  const problems = readings.flatMap((one) => one.problems);
  const ids = readings.map(({ attachment }) => attachment);
  return (
    <div className={styles.lost}>
      <p>
        <strong>这份影像没有读出发票号码。</strong>
        {problems.map(({ message }) => message).join('')}
        照着左边填写，就会新增一行；已经在表里的，请指明是哪一行。
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
            不是发票
          </Button>
        </div>
      )}
    </div>
  );
}
