import { type ReactNode, useId } from 'react';
import type { Finding } from '../../../../shared/calls/finding.ts';
import type { Attachment } from '../../../../shared/entities/attachment.ts';
import type { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { type FieldEvidence, isContradicted } from '../../../../shared/evidence/rowEvidence.ts';
import { INVOICE_FACTS } from '../../../../shared/evidence/sameFact.ts';
import { ConfidenceMark, type ValueState } from '../../../evidence/ConfidenceMark.tsx';
import { FIELD_NAMES, SOURCE_NAMES } from '../../../evidence/evidenceWords.ts';
import type { PagePlace } from '../../../evidence/PageView.tsx';
import { PlaceCrop } from '../../../evidence/PlaceCrop.tsx';
import type { Turn } from '../../../evidence/uprightTurn.ts';
import { VerdictLine } from '../../../fields/Verdict.tsx';
import { Contradiction } from './Contradiction.tsx';
import styles from './Review.module.css';

export type ReviewFieldProps = {
  readonly field: InvoiceFieldName;
  readonly inRow: string | number | null;
  /** Absent when no file tells of it. */
  readonly evidence: FieldEvidence | undefined;
  /** Where it stands on a page, to be compared with the value. */
  readonly crop: { readonly file: Attachment; readonly place: PagePlace; readonly turn: Turn } | null;
  /** What the checks say of it. */
  readonly said: readonly Finding[];
  /** Nobody has decided yet between what the sources say. */
  readonly open: boolean;
  readonly readOnly: boolean;
  /** By id: what tells two lists apart. */
  readonly fileNames: ReadonlyMap<string, string>;
  /** A value of a file as the row would hold it; null when it cannot. */
  readonly asTaken: (value: string | number) => string | number | null;
  readonly onTake: (value: string | number) => void;
  /** Ways to fill it that stand below. */
  readonly below: ReactNode;
  readonly children: (id: string) => ReactNode;
};

/** One field of the invoice being looked at: the value, the picture of it, where it comes from, what contradicts it. */
export function ReviewField(props: ReviewFieldProps) {
  const { field, inRow, evidence, crop, said } = props;
  const id = useId();
  const wide = WIDE.has(field);
  const state = saysNothing(field, evidence) ? null : stateOf(inRow, evidence, props.open);
  const source = evidence === undefined || state === 'typed' ? undefined : sourceOf(inRow, evidence);
  return (
    <div className={styles.field} data-field={field} data-state={state ?? ''} data-wide={wide}>
      <label htmlFor={id}>{FIELD_NAMES[field]}</label>
      <div className={styles.control}>{props.children(id)}</div>
      <span className={styles.crop}>
        {crop === null ? null : (
          <PlaceCrop
            file={crop.file}
            place={crop.place}
            turn={crop.turn}
            width={wide ? WIDE_CROP.width : CROP.width}
            height={wide ? WIDE_CROP.height : CROP.height}
            label={`票面上的${FIELD_NAMES[field]}`}
          />
        )}
      </span>
      <span className={styles.mark}>
        {state === null ? null : (
          <ConfidenceMark state={state} {...(source === undefined ? {} : { source })} />
        )}
      </span>
      {evidence === undefined || state === null || !isDisputed(inRow, evidence) ? null : (
        <Contradiction
          evidence={evidence}
          inRow={inRow}
          fileNames={props.fileNames}
          asTaken={props.asTaken}
          readOnly={props.readOnly}
          onTake={(value) => {
            props.onTake(value);
            // The button goes with what it was for.
            document.getElementById(id)?.focus();
          }}
        />
      )}
      {props.below}
      {said.map((finding) => (
        <div key={finding.key} className={styles.said}>
          <VerdictLine finding={finding} />
        </div>
      ))}
    </div>
  );
}

const CROP = { width: 154, height: 28 } as const;
const WIDE_CROP = { width: 330, height: 22 } as const;
const WIDE: ReadonlySet<InvoiceFieldName> = new Set(['buyer.name', 'seller.name']);

/** Whether there is more than one value to choose from. */
function isDisputed(inRow: string | number | null, evidence: FieldEvidence): boolean {
  return isContradicted(evidence) || inRow === null;
}

/** Where the value of the row comes from; of an empty one, where the best of the others does. */
function sourceOf(inRow: string | number | null, { differs, reading }: FieldEvidence): string {
  return differs && inRow !== null ? '手工' : SOURCE_NAMES[reading.source];
}

/** What the draft decides itself is not read, so that nothing is to be said of it but that lists contradict each other. */
function saysNothing(field: InvoiceFieldName, evidence: FieldEvidence | undefined): boolean {
  return !INVOICE_FACTS.includes(field) && (evidence === undefined || !isContradicted(evidence));
}

function stateOf(
  inRow: string | number | null,
  evidence: FieldEvidence | undefined,
  open: boolean,
): ValueState {
  if (evidence === undefined) return inRow === null ? 'absent' : 'typed';
  if (isContradicted(evidence)) return open ? 'contradicted' : 'decided';
  return evidence.confidence;
}
