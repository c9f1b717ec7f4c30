import { Segmented } from 'antd';
import type { AmountBasis } from '../../../shared/entities/invoice.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useReadOnly } from '../../draft/useDraft.ts';
import styles from './Invoices.module.css';

/** Whether the sum counts 含税 or 不含税 amounts: of the whole draft, checks and print included. */
export function BasisSwitch() {
  const settings = useApplication((application) => application.settings);
  const readOnly = useReadOnly();
  return (
    <span className={styles.basis}>
      <span id="amount-basis">金额口径</span>
      <Segmented<AmountBasis>
        size="small"
        aria-labelledby="amount-basis"
        disabled={readOnly}
        value={settings.amountBasis}
        options={[
          { value: 'gross', label: '含税' },
          { value: 'net', label: '不含税' },
        ]}
        onChange={(amountBasis) =>
          edit([{ kind: 'settings', value: { ...settings, amountBasis } }], { at: 'invoices' })
        }
      />
    </span>
  );
}
