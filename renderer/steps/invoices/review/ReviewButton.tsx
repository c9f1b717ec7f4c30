import type { InvoiceReading } from '../../../../shared/entities/invoiceReading.ts';
import { ToneMark } from '../../../fields/Verdict.tsx';
import { Button } from '../../../ui/Button.tsx';
import styles from './ReviewBanner.module.css';
import { openReview } from './reviewStore.ts';

type ReviewButtonProps = { readonly invoice: string; readonly readings: readonly InvoiceReading[] };

/** Whether somebody looked at what was read of an invoice, and the way to look at it large. */
export function ReviewButton({ invoice, readings }: ReviewButtonProps) {
  const waits = readings.some(({ confirmed }) => !confirmed);
  return (
    <p className={styles.words}>
      {readings.length === 0 ? null : (
        <ToneMark tone={waits ? 'unknown' : 'met'} word={waits ? '读出的内容待核对' : '已核对'} />
      )}
      <Button className={styles.small ?? ''} onClick={() => openReview(invoice)}>
        {waits ? '放大核对' : '放大看'}
      </Button>
    </p>
  );
}
