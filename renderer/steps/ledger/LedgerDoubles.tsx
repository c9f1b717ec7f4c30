import { useMemo } from 'react';
import type { LedgerProject, LedgerRow } from '../../../shared/entities/ledger.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useReport } from '../../draft/useFindings.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import styles from './Ledger.module.css';
import { type LedgerDouble, ledgerDoubles } from './ledgerDoubles.ts';

/** Vouchers that seem to be the cost of an invoice of the table as well, with the way to both. */
export function LedgerDoubles({ project }: { readonly project: LedgerProject }) {
  const report = useReport();
  const doubles = useMemo(() => ledgerDoubles(report, project), [report, project]);
  if (doubles.length === 0) return null;
  return (
    <section className={styles.doubles} aria-label="可能与发票重复的支出">
      <h2>可能与发票重复的支出（{doubles.length}）</h2>
      <p className={styles.soft}>
        同一笔支出只能计入一次：在发票明细或辅助账中留一处，另一处不计入；确实是两笔的，在“检查”里搁置并写明理由。
      </p>
      <ul>
        {doubles.map((double) => (
          <DoubleLine key={double.key} double={double} project={project.id} />
        ))}
      </ul>
    </section>
  );
}

function DoubleLine({ double, project }: { readonly double: LedgerDouble; readonly project: string }) {
  const { row, number, invoice, message } = double;
  return (
    <li>
      <span>{message}</span>
      <LinkButton onClick={() => jumpTo(`ledger[${project}].rows[${row.id}].summary`)}>
        第 {number} 行凭证{inShort(row)}
      </LinkButton>
      <LinkButton onClick={() => jumpTo(invoice)}>去看这张发票</LinkButton>
    </li>
  );
}

function inShort({ date, voucherNumber }: LedgerRow): string {
  const words = [date ?? '', voucherNumber === '' ? '' : `${voucherNumber} 号`].filter((one) => one !== '');
  return words.length === 0 ? '' : `（${words.join('，')}）`;
}
