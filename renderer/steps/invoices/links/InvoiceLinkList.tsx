import { useMemo } from 'react';
import type { Invoice } from '../../../../shared/entities/invoice.ts';
import { jumpTo } from '../../../app/navigation.ts';
import { tell } from '../../../app/notices.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import { edit } from '../../../draft/edit.ts';
import { useApplication, useReadOnly } from '../../../draft/useDraft.ts';
import { useFindingsAt } from '../../../draft/useFindings.ts';
import { RelatedPlaces } from '../../../side/findings/RelatedPlaces.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { keysInWords } from '../../../ui/Kbd.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import styles from './InvoiceLinkList.module.css';
import { invoiceLinks, type LinkedRow, speaksOfElsewhere } from './invoiceLinks.ts';
import { mergeInvoices } from './mergeInvoices.ts';

/** Rows that have to do with this one: the blue invoice it takes back, red ones that take it back, the same one twice. */
export function InvoiceLinkList({ invoice }: { readonly invoice: Invoice }) {
  const invoices = useApplication((application) => application.invoices);
  const readOnly = useReadOnly();
  const { blue, red, twins } = useMemo(() => invoiceLinks(invoices, invoice), [invoices, invoice]);
  const findings = useFindingsAt(`invoices[${invoice.id}]`);
  const elsewhere = useMemo(() => findings.filter(speaksOfElsewhere), [findings]);
  if (blue === null && red.length + twins.length + elsewhere.length === 0) return null;
  return (
    <ul className={styles.links} aria-label="与这一行有关的发票">
      {blue === null ? null : (
        <li>
          {blue === 'missing' ? (
            <>红字发票：它冲红的 {invoice.redLetterOf?.number} 不在表里</>
          ) : (
            <>
              红字发票，冲红 <RowLink row={blue} />
            </>
          )}
        </li>
      )}
      {red.map((row) => (
        <li key={row.invoice.id}>
          已被 <RowLink row={row} /> 冲红
        </li>
      ))}
      {twins.map((row) => (
        <li key={row.invoice.id} className={styles.twin}>
          <Icon name="error" />
          <span>
            与 <RowLink row={row} /> 是同一张发票
          </span>
          {readOnly ? null : (
            <Button
              className={styles.small ?? ''}
              title="影像和识读结果合到一行，缺的内容互相补上"
              onClick={() => merge(invoice, row)}
            >
              合并到这一行
            </Button>
          )}
        </li>
      ))}
      {elsewhere.map(({ key, message, related }) => (
        <li key={key} className={styles.elsewhere}>
          <Icon name="warning" />
          <span>{message}</span>
          <RelatedPlaces related={related} />
        </li>
      ))}
    </ul>
  );
}

function RowLink({ row: { invoice, number } }: { readonly row: LinkedRow }) {
  return (
    <LinkButton onClick={() => jumpTo(`invoices[${invoice.id}].number`)}>
      第 {number} 行{invoice.number === '' ? '' : ` ${invoice.number}`}
    </LinkButton>
  );
}

function merge(kept: Invoice, { invoice, number }: LinkedRow): void {
  const state = draftStore.getState();
  if (state === null) return;
  const merged = mergeInvoices(state.application, kept.id, invoice.id, state.call);
  if (!merged.ok) {
    tell('trouble', merged.why);
    return;
  }
  edit(merged.edits, { at: `invoices[${kept.id}]` });
  tell('done', `已把第 ${number} 行合并过来，按 ${keysInWords('Mod+Z')} 可以撤销。`);
}
