import { useCallback, useState } from 'react';
import type { FormRow } from '../../../shared/calls/schema/page.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { slotsOfCells } from './ownSlots.ts';
import { PaperCell } from './PaperCell.tsx';
import styles from './PaperForm.module.css';
import { PaperHelp } from './PaperHelp.tsx';
import { PaperLine } from './PaperLine.tsx';
import { placed } from './placed.ts';

const PAIR = 2;

/** The form of the call as it is printed, filled in place: same rows, spans and words, same answers. */
export function PaperForm() {
  const call = useCall();
  const [focused, setFocused] = useState<string | null>(null);
  const frame = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element) setFocused(target.closest('[data-at]')?.getAttribute('data-at') ?? null);
    };
    element.addEventListener('focusin', onFocusIn);
    return () => element.removeEventListener('focusin', onFocusIn);
  }, []);
  const { above, columns, below } = call.form;
  const part = call.parts.find(({ kind }) => kind === 'form');
  return (
    <div className={styles.frame}>
      <div className={styles.scroll} ref={frame}>
        <div className={styles.sheet}>
          {part?.kind === 'form' && (
            <>
              <p className={styles.title}>{part.title}</p>
              {!part.title.includes(part.heading) && <p className={styles.heading}>{part.heading}</p>}
            </>
          )}
          <div className={styles.above}>
            {placed(above).map(({ place, item }) => (
              <PaperLine key={place} pieces={item.pieces} align={item.align} />
            ))}
          </div>
          <table className={styles.table}>
            <colgroup>
              {placed(new Array(columns).fill(null)).map(({ place }) => (
                <col key={place} />
              ))}
            </colgroup>
            <tbody>
              <Rows />
            </tbody>
          </table>
          {placed(below).map(({ place, item }) => (
            <PaperLine key={place} pieces={item} align="left" />
          ))}
        </div>
      </div>
      <PaperHelp field={focused} />
    </div>
  );
}

function Rows() {
  const call = useCall();
  const own = useApplication(({ ownIndicators }) => ownIndicators.length);
  // One place more than there are, so that there is always room for the next.
  const pairs = Math.ceil((own + 1) / PAIR);
  return placed(call.form.rows).map(({ place, item: row }) =>
    row.repeat === undefined ? (
      <Row key={place} row={row} firstOwn={0} />
    ) : (
      placed(new Array(pairs).fill(null)).map(({ place: pair }) => (
        <Row key={`${place}-${pair}`} row={row} firstOwn={pair * PAIR} />
      ))
    ),
  );
}

function Row({ row, firstOwn }: { readonly row: FormRow; readonly firstOwn: number }) {
  const slots = slotsOfCells(row, firstOwn);
  return (
    <tr style={{ height: `${row.heightMm}mm` }}>
      {placed(row.cells).map(({ place, item }) => (
        <PaperCell key={place} cell={item} own={slots[place] ?? firstOwn} />
      ))}
    </tr>
  );
}
