import { useState } from 'react';
import type { Figure } from '../../../shared/reconciliation/figures.ts';
import type { Pair } from '../../../shared/reconciliation/pairsOf.ts';
import { jumpTo } from '../../app/navigation.ts';
import { ClauseQuote } from '../../side/findings/ClauseQuote.tsx';
import { StateWord } from '../../side/findings/StateWord.tsx';
import { Button } from '../../ui/Button.tsx';
import { FigureValue } from './FigureValue.tsx';
import { isResidual, pairState, residualWords } from './pairWords.ts';
import styles from './Reconciliation.module.css';
import { SourceRows } from './SourceRows.tsx';

const RELATIONS: { readonly [relation in Pair['relation']]: string } = {
  equal: '应等于',
  atMost: '不超过',
  near: '应接近',
};

/** Each pair of figures that must agree: both figures, the residual, the verdict, and the rows behind it. */
export function PairTable({ pairs, places }: { readonly pairs: readonly Pair[]; readonly places: number }) {
  return (
    <ul className={styles.pairs} aria-label="两两核对">
      {pairs.map((pair) => (
        <PairItem key={pair.id} pair={pair} places={places} />
      ))}
    </ul>
  );
}

function PairItem({ pair, places }: { readonly pair: Pair; readonly places: number }) {
  const { id, title, left, right, relation, finding, rows, suspects } = pair;
  const [open, setOpen] = useState(false);
  const state = pairState(pair);
  const lacking = rows.filter(({ amount }) => amount.missing > 0);
  return (
    <li className={styles.pair} data-pair={id} data-state={state}>
      <div className={styles.pairHead}>
        <StateWord state={state} />
        <h3 className={styles.pairTitle}>{title}</h3>
        <strong className={isResidual(pair) ? styles.residual : styles.agreed}>{residualWords(pair)}</strong>
      </div>
      <div className={styles.sides}>
        <Side figure={left} places={places} />
        <span className={styles.relation}>{RELATIONS[relation]}</span>
        <Side figure={right} places={places} />
      </div>
      {finding === null ? (
        <p className={styles.soft}>通知没有要求这一项，供核对参考。</p>
      ) : state === 'met' ? null : (
        <p className={styles.soft}>{finding.message}</p>
      )}
      {finding?.setAside == null ? null : <p className={styles.soft}>搁置理由：{finding.setAside}</p>}
      {suspects.length === 0 ? null : (
        <div className={styles.suspects}>
          <p>金额正好等于差额的行，请先看看是否重复、漏记或只登记在一边：</p>
          <SourceRows rows={suspects} label="金额正好等于差额的行" />
        </div>
      )}
      {lacking.length === 0 ? null : (
        <div className={styles.suspects}>
          <p>还没有金额的行：</p>
          <SourceRows rows={lacking} label="还没有金额的行" />
        </div>
      )}
      <div className={styles.pairFoot}>
        {rows.length === 0 ? null : (
          <Button
            look="quiet"
            aria-expanded={open}
            className={styles.go ?? ''}
            onClick={() => setOpen(!open)}
          >
            {open
              ? '收起'
              : `合计由 ${rows.length} ${rows.every(({ of }) => of === 'ledger') ? '本' : '行'}组成`}
          </Button>
        )}
        {finding === null ? null : <ClauseQuote clause={finding.clause} />}
      </div>
      {open ? (
        <section className={styles.scroll} aria-label={`${title}的各行`}>
          <SourceRows rows={rows} label={`${title}的各行`} />
        </section>
      ) : null}
    </li>
  );
}

function Side({ figure, places }: { readonly figure: Figure; readonly places: number }) {
  return (
    <button
      type="button"
      className={styles.side}
      title={`去看${figure.label}`}
      onClick={() => jumpTo(figure.at)}
    >
      <span className={styles.source}>{figure.source}</span>
      <span className={styles.name}>{figure.label}</span>
      <span className={styles.amount}>
        <FigureValue figure={figure} places={places} />
      </span>
    </button>
  );
}
