import { memo, type ReactNode, useId } from 'react';
import { type Invoice, InvoiceKind } from '../../../shared/entities/invoice.ts';
import { edit } from '../../draft/edit.ts';
import { useCall, useReadOnly } from '../../draft/useDraft.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { ChoiceInput } from '../../ui/grid/ChoiceInput.tsx';
import type { CellMark } from '../../ui/grid/gridMarks.ts';
import { ReadInput } from '../../ui/grid/ReadInput.tsx';
import { readDateCell } from '../../ui/grid/readCell.ts';
import { YuanInput } from '../../ui/grid/YuanInput.tsx';
import { InvoiceLines } from './InvoiceLines.tsx';
import styles from './Invoices.module.css';
import { KIND_CHOICES } from './invoiceColumns.ts';
import { invoiceEdit } from './invoiceEdit.ts';

type InvoiceFormProps = {
  readonly invoice: Invoice;
  /** What the checks say of it by column. */
  readonly said: ReadonlyMap<string, CellMark>;
};

/** Every field of an invoice, and its lines. */
export const InvoiceForm = memo(function InvoiceForm({ invoice, said }: InvoiceFormProps) {
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
