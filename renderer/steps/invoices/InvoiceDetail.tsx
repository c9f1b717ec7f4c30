import { memo, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type Invoice, InvoiceKind } from '../../../shared/entities/invoice.ts';
import { InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { ChoiceInput } from '../../ui/grid/ChoiceInput.tsx';
import type { CellMark, GridMarks } from '../../ui/grid/gridMarks.ts';
import { ReadInput } from '../../ui/grid/ReadInput.tsx';
import { readDateCell } from '../../ui/grid/readCell.ts';
import { YuanInput } from '../../ui/grid/YuanInput.tsx';
import { InvoiceCopies } from './InvoiceCopies.tsx';
import { InvoiceLines } from './InvoiceLines.tsx';
import styles from './Invoices.module.css';
import { KIND_CHOICES } from './invoiceColumns.ts';
import { invoiceEdit } from './invoiceEdit.ts';
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

type InvoiceFormProps = { readonly invoice: Invoice; readonly said: Said };

const InvoiceForm = memo(function InvoiceForm({ invoice, said }: InvoiceFormProps) {
  const call = useCall();
  const readOnly = useReadOnly();
  const change = (patch: Partial<Invoice>, column: string): void =>
    edit([invoiceEdit({ save: [{ ...invoice, ...patch }], remove: [] })], {
      at: `invoices[${invoice.id}].${column}`,
      mergeKey: `invoice ${invoice.id} ${column}`,
    });
  const field = (column: string, label: string, control: (id: string) => ReactNode) => (
    <DetailField
      at={`invoices[${invoice.id}].${column}`}
      label={label}
      said={said.get(column)?.messages ?? []}
      control={control}
    />
  );
  const text = (key: 'code' | 'number' | 'checkCode' | 'use' | 'voucher' | 'note', label: string) =>
    field(key, label, (id) => (
      <TextControl
        id={id}
        value={invoice[key]}
        readOnly={readOnly}
        onChange={(value) => change({ [key]: value }, key)}
      />
    ));
  const party = (side: 'buyer' | 'seller', key: 'name' | 'taxId', label: string) =>
    field(`${side}.${key}`, label, (id) => (
      <TextControl
        id={id}
        value={invoice[side][key]}
        readOnly={readOnly}
        onChange={(value) => change({ [side]: { ...invoice[side], [key]: value } }, `${side}.${key}`)}
      />
    ));
  const money = (key: 'netFen' | 'taxFen' | 'totalFen' | 'claimedFen', label: string, placeholder = '') =>
    field(key, label, (id) => (
      <YuanInput
        id={id}
        label={label}
        fen={invoice[key]}
        readOnly={readOnly}
        placeholder={placeholder}
        onChange={(fen) => change({ [key]: fen }, key)}
      />
    ));
  const red = invoice.redLetterOf;
  const setRed = (next: { readonly code: string; readonly number: string }): void =>
    change({ redLetterOf: next.code === '' && next.number === '' ? null : next }, 'redLetterOf');
  return (
    <div className={styles.form}>
      {field('kind', '发票种类', (id) => (
        <ChoiceInput
          id={id}
          choices={KIND_CHOICES.filter((one) => one.id !== 'unknown')}
          value={invoice.kind === 'unknown' ? '' : invoice.kind}
          readOnly={readOnly}
          onChange={(kind) => change({ kind: InvoiceKind.catch('unknown').parse(kind) }, 'kind')}
        />
      ))}
      {text('number', '发票号码')}
      {text('code', '发票代码')}
      {field('issuedOn', '开票日期', (id) => (
        <ReadInput
          id={id}
          label="开票日期"
          value={invoice.issuedOn}
          read={readDateCell}
          show={String}
          readOnly={readOnly}
          placeholder="2020-02-10"
          onChange={(issuedOn) => change({ issuedOn }, 'issuedOn')}
        />
      ))}
      {party('seller', 'name', '销售方')}
      {party('seller', 'taxId', '销售方税号')}
      {party('buyer', 'name', '购买方')}
      {party('buyer', 'taxId', '购买方税号')}
      {money('netFen', '不含税金额')}
      {money('taxFen', '税额')}
      {money('totalFen', '价税合计')}
      {money('claimedFen', '计入本项目的金额', '留空为整张计入')}
      {field('category', '投资类别', (id) => (
        <ChoiceInput
          id={id}
          choices={call.investment.categories}
          value={invoice.category}
          readOnly={readOnly}
          onChange={(category) => change({ category }, 'category')}
        />
      ))}
      {text('use', '用途')}
      {text('voucher', '记账凭证号')}
      {text('checkCode', '校验码')}
      {field('redLetterOf', '冲红的蓝字发票号码（红字发票才填）', (id) => (
        <TextControl
          id={id}
          value={red?.number ?? ''}
          readOnly={readOnly}
          onChange={(number) => setRed({ code: red?.code ?? '', number })}
        />
      ))}
      {red !== null &&
        field('redLetterOf.code', '冲红的蓝字发票代码', (id) => (
          <TextControl
            id={id}
            value={red.code}
            readOnly={readOnly}
            onChange={(code) => setRed({ code, number: red.number })}
          />
        ))}
      {text('note', '备注')}
      <InvoiceLines
        invoice={invoice}
        said={said.get('lines')?.messages ?? []}
        readOnly={readOnly}
        onChange={(lines) => change({ lines: [...lines] }, 'lines')}
      />
    </div>
  );
});

type DetailFieldProps = {
  readonly at: string;
  readonly label: string;
  readonly said: readonly string[];
  readonly control: (id: string) => ReactNode;
};

function DetailField({ at, label, said, control }: DetailFieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-detail={at}>
      <label htmlFor={id}>{label}</label>
      {control(id)}
      {said.map((message) => (
        <p key={message} className={styles.saidHere}>
          {message}
        </p>
      ))}
    </div>
  );
}
