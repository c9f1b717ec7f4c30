import { type KeyboardEvent, useId, useState } from 'react';
import { type Statement, statementFields } from '../../../shared/calls/statementFields.ts';
import { printValue } from '../../../shared/documents/printValue.ts';
import { formatMoney, type MoneyUnit } from '../../../shared/entities/money.ts';
import { jumpTo } from '../../app/navigation.ts';
import { edit } from '../../draft/edit.ts';
import { useAnswer, useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { useFindingsAt } from '../../draft/useFindings.ts';
import { type Read, readMoney, readUsd } from '../../fields/readAmount.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { ProblemLine, ToneMark, toneOf } from '../../fields/Verdict.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './StatementFigures.module.css';

type StatementField = Statement['fields'][number];

/** Keys that page through the file beside it, and mean something else in a line of text. */
const PAGING: ReadonlySet<string> = new Set([
  ' ',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
]);

/**
 * The few figures of a financial statement, typed once beside its pages and held against the form. Nothing for kinds
 * that prove no figures.
 */
export function StatementFigures({ kind }: { readonly kind: string }) {
  const call = useCall();
  const statement = statementFields(call).find((one) => one.kind === kind);
  // Statements are kept in 元; some are printed in 万元.
  const [unit, setUnit] = useState<MoneyUnit>('yuan');
  const heading = useId();
  if (statement === undefined) return null;
  const stayHere = (event: KeyboardEvent<HTMLElement>): void => {
    if (PAGING.has(event.key)) event.stopPropagation();
    if (event.key === 'Tab' && focusInOrder(event.currentTarget, event.shiftKey)) event.preventDefault();
  };
  return (
    <section className={styles.panel} aria-labelledby={heading} onKeyDown={stayHere} data-statement={kind}>
      <h3 id={heading} className={styles.title}>
        与申报表核对
      </h3>
      <p className={styles.soft}>照左边的报表录入一次，只用来核对，不会印出来。</p>
      <fieldset className={styles.units}>
        <legend>报表的单位</legend>
        {(['yuan', 'wanyuan'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={heading} checked={unit === one} onChange={() => setUnit(one)} />
            {one === 'yuan' ? '元' : '万元'}
          </label>
        ))}
      </fieldset>
      <ul className={styles.figures}>
        {statement.fields.map((field) => (
          <FigureLine key={`${field.id} ${unit}`} kind={kind} field={field} unit={unit} />
        ))}
      </ul>
    </section>
  );
}

/**
 * Tab goes from figure to figure, as they are read off the page, and only then through what can be done with each.
 * False where it leaves them: the browser knows the way from there.
 */
function focusInOrder(panel: HTMLElement, backwards: boolean): boolean {
  const list = (which: string) => [...panel.querySelectorAll<HTMLElement>(`[data-figure] ${which}`)];
  const order = [...list('input'), ...list('button:not(:disabled)')];
  const at = order.findIndex((element) => element.matches(':focus'));
  const next = at === -1 ? undefined : order[at + (backwards ? -1 : 1)];
  next?.focus();
  return next !== undefined;
}

function FigureLine({
  kind,
  field,
  unit,
}: {
  readonly kind: string;
  readonly field: StatementField;
  readonly unit: MoneyUnit;
}) {
  const call = useCall();
  const readOnly = useReadOnly();
  const stored = useApplication(({ statements }) => statements[field.id] ?? null);
  const [answer, setAnswer] = useAnswer(field.id);
  const [typed, setTyped] = useState<{ readonly text: string; readonly read: Read<number> } | null>(null);
  const input = useId();
  const finding = useFindingsAt(field.id).find(({ key }) => key.endsWith(`/statement.${field.id}`));
  const onText = (text: string): void => {
    const read = field.type === 'usd' ? readUsd(text) : readMoney(text, unit);
    setTyped({ text, read });
    // What cannot be read is no figure: an older one must not stand for it.
    const value = read.ok ? read.value : null;
    if (value !== stored)
      edit([{ kind: 'statement', field: field.id, value }], {
        at: `attachments.${kind}`,
        mergeKey: `statement ${field.id}`,
      });
  };
  // A figure that is no longer what was typed came from outside: undo.
  const standing = typed !== null && (typed.read.ok ? typed.read.value : null) === stored ? typed : null;
  const shown = stored === null ? '' : formatMoney(stored, field.type === 'usd' ? 'wanyuan' : unit);
  const formValue = printValue(call, field, answer);
  const formUnit = field.type === 'usd' ? '万美元' : field.unit === 'wanyuan' ? '万元' : '元';
  return (
    <li className={styles.figure} data-figure={field.id}>
      <label htmlFor={input}>{field.label}</label>
      <TextControl
        id={input}
        value={standing?.text ?? shown}
        onChange={onText}
        onBlur={() => {
          if (standing?.read.ok === true) setTyped(null);
        }}
        align="right"
        size="small"
        inputMode="decimal"
        readOnly={readOnly}
        suffix={field.type === 'usd' ? '万美元' : unit === 'yuan' ? '元' : '万元'}
        {...(standing?.read.ok === false ? { status: 'error' } : {})}
      />
      {standing?.read.ok === false ? <ProblemLine problem={standing.read.problem} /> : null}
      <div className={styles.form}>
        <button type="button" className={styles.link} onClick={() => jumpTo(field.id)}>
          申报表
        </button>
        <span className={styles.amount}>{formValue === null ? '待填' : `${formValue} ${formUnit}`}</span>
        {stored === null ? null : finding !== undefined && finding.outcome === 'unmet' ? (
          <span className={styles.verdict}>
            <ToneMark tone={toneOf(finding)} /> 相差 {finding.compared?.difference}
          </span>
        ) : formValue === null ? (
          readOnly ? null : (
            <Button
              look="quiet"
              className={styles.copy ?? ''}
              aria-label={`把“${field.label}”抄到申报表`}
              onClick={() => setAnswer(stored)}
            >
              抄到申报表
            </Button>
          )
        ) : finding === undefined ? (
          <ToneMark tone="met" word="一致" />
        ) : null}
      </div>
    </li>
  );
}
