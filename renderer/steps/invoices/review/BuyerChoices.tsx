import { useMemo } from 'react';
import type { InvoiceParty } from '../../../../shared/entities/invoice.ts';
import { useApplication, useCall } from '../../../draft/useDraft.ts';
import { Button } from '../../../ui/Button.tsx';
import { buyerChoices } from './buyerChoices.ts';
import styles from './Review.module.css';

/** The buyer of an invoice that could not be read is nearly always one of these: name and number in one go. */
export function BuyerChoices({ onChoose }: { readonly onChoose: (buyer: InvoiceParty) => void }) {
  const call = useCall();
  const answers = useApplication((application) => application.answers);
  const consortium = useApplication((application) => application.consortium);
  const choices = useMemo(() => buyerChoices(call, { answers, consortium }), [call, answers, consortium]);
  if (choices.length === 0) return null;
  return (
    <p className={styles.choices}>
      {choices.map((buyer) => (
        <Button
          key={buyer.name}
          className={styles.take ?? ''}
          title="填入购买方名称和税号"
          onClick={() => onChoose(buyer)}
        >
          {buyer.name}
        </Button>
      ))}
    </p>
  );
}
