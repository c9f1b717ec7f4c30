import { useEffect, useMemo, useRef, useState } from 'react';
import { InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import { useApplication } from '../../draft/useDraft.ts';
import type { CellMark, GridMarks } from '../../ui/grid/gridMarks.ts';
import { InvoiceCopies } from './InvoiceCopies.tsx';
import { InvoiceForm } from './InvoiceForm.tsx';
import styles from './Invoices.module.css';
import { InvoiceLinkList } from './links/InvoiceLinkList.tsx';

type InvoiceDetailProps = {
  readonly id: string | null;
  /** Column of the table in focus: its place on the page is shown. */
  readonly column: string | null;
  readonly marks: GridMarks;
};

/** The focused invoice whole: its pages, every field, its lines, and the rows that have to do with it. */
export function InvoiceDetail({ id, column, marks }: InvoiceDetailProps) {
  const invoices = useApplication((application) => application.invoices);
  const at = useMemo(() => invoices.findIndex((one) => one.id === id), [invoices, id]);
  const invoice = invoices[at];
  const said = useSaid(invoice === undefined ? undefined : marks.get(invoice.id));
  const form = useRef<HTMLElement>(null);
  const [focus, setFocus] = useState<InvoiceFieldName | null>(null);
  useEffect(() => setFocus(fieldNamed(column)), [column]);
  if (invoice === undefined)
    return (
      <section className={styles.detail} aria-label="发票的详情">
        <p className={styles.none}>点一下表中的任意一行，这里会显示这张发票的影像和全部内容。</p>
      </section>
    );
  return (
    <section className={styles.detail} aria-label={`第 ${at + 1} 行发票的详情`}>
      <h2 className={styles.detailTitle}>
        第 {at + 1} 行{invoice.number === '' ? '' : ` · ${invoice.number}`}
      </h2>
      <InvoiceLinkList invoice={invoice} />
      <div className={styles.detailBody}>
        <InvoiceCopies
          key={`copies ${invoice.id}`}
          invoice={invoice}
          number={at + 1}
          focus={focus}
          onField={(field) => focusDetail(form.current, invoice.id, field)}
        />
        <section
          ref={form}
          className={styles.formHolder}
          aria-label="发票内容"
          onFocus={({ target }) => {
            const place = target.closest<HTMLElement>('[data-detail]')?.dataset.detail;
            const field = fieldNamed(place?.slice(place.indexOf('].') + 2) ?? null);
            if (field !== null) setFocus(field);
          }}
        >
          <InvoiceForm key={invoice.id} invoice={invoice} said={said} />
        </section>
      </div>
    </section>
  );
}

function fieldNamed(column: string | null): InvoiceFieldName | null {
  const field = InvoiceFieldName.safeParse(column === 'redLetterOf' ? 'redLetterOf.number' : column);
  return field.success ? field.data : null;
}

function focusDetail(form: HTMLElement | null, id: string, field: string): void {
  form
    ?.querySelector<HTMLElement>(`[data-detail="${CSS.escape(`invoices[${id}].${field}`)}"] input`)
    ?.focus();
}

/** What the checks say of the invoice by column; the same object as long as the words are the same. */
type Said = ReadonlyMap<string, CellMark>;
const NOTHING: Said = new Map();

function useSaid(marks: Said = NOTHING): Said {
  const kept = useRef(marks);
  const same =
    kept.current.size === marks.size &&
    [...marks].every(
      ([column, { messages }]) => kept.current.get(column)?.messages.join() === messages.join(),
    );
  if (!same) kept.current = marks;
  return kept.current;
}
