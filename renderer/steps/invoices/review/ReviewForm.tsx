import type { ReactNode } from 'react';
import type { Finding } from '../../../../shared/calls/finding.ts';
import { type Invoice, InvoiceKind } from '../../../../shared/entities/invoice.ts';
import type { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { categoryOfLabel } from '../../../../shared/evidence/categoryOfLabel.ts';
import { fieldOf, withField } from '../../../../shared/evidence/invoiceField.ts';
import { type FieldEvidence, isContradicted } from '../../../../shared/evidence/rowEvidence.ts';
import { useCall, useReadOnly } from '../../../draft/useDraft.ts';
import { FIELD_NAMES } from '../../../evidence/evidenceWords.ts';
import type { PlacedValue } from '../../../evidence/placesOnPages.ts';
import { placesOf } from '../../../evidence/placesOnPages.ts';
import { TextControl } from '../../../fields/TextControl.tsx';
import { VerdictLine } from '../../../fields/Verdict.tsx';
import { ChoiceInput } from '../../../ui/grid/ChoiceInput.tsx';
import { ReadInput } from '../../../ui/grid/ReadInput.tsx';
import { readDateCell } from '../../../ui/grid/readCell.ts';
import { YuanInput } from '../../../ui/grid/YuanInput.tsx';
import { KIND_CHOICES } from '../invoiceColumns.ts';
import type { PageTurns } from '../pages/usePageTurns.ts';
import { BuyerChoices } from './BuyerChoices.tsx';
import styles from './Review.module.css';
import { ReviewField } from './ReviewField.tsx';
import { OF_THE_DRAFT, ON_THE_INVOICE } from './reviewFields.ts';
import type { ReviewScene } from './reviewSteps.ts';

type ReviewFormProps = {
  readonly scene: ReviewScene;
  readonly turns: PageTurns;
  /** The row as it would be entered; what was read stands in it. */
  readonly invoice: Invoice;
  readonly evidence: readonly FieldEvidence[];
  /** What the checks say of the row. */
  readonly findings: readonly Finding[];
  /** Fields whose contradictions nobody has decided yet. */
  readonly open: ReadonlySet<InvoiceFieldName>;
  readonly onChange: (next: Invoice, field: InvoiceFieldName) => void;
  /** A value was chosen among what the sources say. */
  readonly onTake: (field: InvoiceFieldName, value: string | number) => void;
};

/** Shown only when something is known of them: most invoices have none. */
const RARE: ReadonlySet<InvoiceFieldName> = new Set([
  'code',
  'seller.taxId',
  'checkCode',
  'redLetterOf.number',
  'redLetterOf.code',
]);

/** The fields of the invoice being looked at, each beside what the files tell. */
export function ReviewForm(props: ReviewFormProps) {
  const { scene, turns, invoice, evidence, findings, open, onChange, onTake } = props;
  const call = useCall();
  const readOnly = useReadOnly();
  const byField = new Map(evidence.map((one) => [one.field, one]));
  const isShown = (field: InvoiceFieldName): boolean =>
    !RARE.has(field) ||
    byField.has(field) ||
    fieldOf(invoice, field) !== null ||
    (field === 'code' && invoice.number.length !== 20);
  const cropOf = (field: InvoiceFieldName, value: string | number) => {
    const found = placesOf(scene.readings, field, value).find(({ inWords }) => inWords);
    return found === undefined ? null : withFile(scene, turns, found);
  };
  const placeOf = (field: InvoiceFieldName): string =>
    `invoices[${invoice.id}].${field.startsWith('redLetterOf') ? 'redLetterOf' : field}`;
  const fields = new Set([...ON_THE_INVOICE.filter(isShown), ...OF_THE_DRAFT].map(placeOf));
  const ofTheRow = findings.filter(({ at }) => !fields.has(at));
  const fileNames = new Map([...scene.files, ...scene.sources].map(({ id, name }) => [id, name]));
  const paged = scene.files.length > 0;
  const row = (field: InvoiceFieldName): ReactNode => {
    const one = byField.get(field);
    const set = (value: string | number | null): void => onChange(withField(invoice, field, value), field);
    return (
      <ReviewField
        key={field}
        field={field}
        inRow={fieldOf(invoice, field)}
        evidence={one}
        crop={one === undefined ? null : cropOf(field, one.value)}
        said={findings.filter(({ at }) => at === placeOf(field))}
        readOnly={readOnly}
        open={open.has(field)}
        fileNames={fileNames}
        asTaken={(value) => (field === 'category' ? categoryOfLabel(call, String(value)) : value)}
        onTake={(value) => {
          set(value);
          onTake(field, value);
        }}
        below={
          field === 'buyer.name' && !readOnly && invoice.buyer.name === '' && one === undefined ? (
            <BuyerChoices onChoose={(buyer) => onChange({ ...invoice, buyer }, field)} />
          ) : null
        }
      >
        {(id) =>
          control(id, field, invoice, set, {
            readOnly,
            categories: call.investment.categories,
            // Tab leads to the values there are to choose from.
            clearable: one === undefined || !isContradicted(one),
          })
        }
      </ReviewField>
    );
  };
  return (
    <>
      <div className={styles.fields} data-paged={paged}>
        {ON_THE_INVOICE.filter(isShown).map(row)}
      </div>
      <h3 className={styles.group}>计入本项目</h3>
      <div className={styles.fields} data-paged={paged}>
        {OF_THE_DRAFT.map(row)}
      </div>
      {ofTheRow.length === 0 ? null : (
        <div className={styles.findings}>
          {ofTheRow.map((finding) => (
            <VerdictLine key={finding.key} finding={finding} />
          ))}
        </div>
      )}
    </>
  );
}

function withFile({ files, readings }: ReviewScene, turns: PageTurns, { attachment, place }: PlacedValue) {
  const file = files.find(({ id }) => id === attachment);
  return file === undefined ? null : { file, place, turn: turns.of(file, place.page, readings) };
}

function control(
  id: string,
  field: InvoiceFieldName,
  invoice: Invoice,
  set: (value: string | number | null) => void,
  {
    readOnly,
    categories,
    clearable,
  }: {
    readonly readOnly: boolean;
    readonly categories: readonly { readonly id: string; readonly label: string }[];
    readonly clearable: boolean;
  },
): ReactNode {
  switch (field) {
    case 'kind':
      return (
        <ChoiceInput
          id={id}
          choices={KIND_CHOICES.filter((one) => one.id !== 'unknown')}
          value={invoice.kind === 'unknown' ? '' : invoice.kind}
          readOnly={readOnly}
          clearable={clearable}
          onChange={(kind) => set(InvoiceKind.catch('unknown').parse(kind))}
        />
      );
    case 'category':
      return (
        <ChoiceInput
          id={id}
          choices={categories}
          value={invoice.category}
          readOnly={readOnly}
          clearable={clearable}
          onChange={set}
        />
      );
    case 'issuedOn':
      return (
        <ReadInput
          id={id}
          label="开票日期"
          value={invoice.issuedOn}
          read={readDateCell}
          show={String}
          readOnly={readOnly}
          placeholder="2020-02-10"
          onChange={set}
        />
      );
    case 'netFen':
    case 'taxFen':
    case 'totalFen':
    case 'claimedFen':
      return (
        <YuanInput
          id={id}
          label={FIELD_NAMES[field]}
          fen={invoice[field]}
          readOnly={readOnly}
          placeholder={field === 'claimedFen' ? '留空为整张计入' : ''}
          onChange={set}
        />
      );
    default:
      return (
        <TextControl
          id={id}
          value={String(fieldOf(invoice, field) ?? '')}
          readOnly={readOnly}
          onChange={set}
        />
      );
  }
}
