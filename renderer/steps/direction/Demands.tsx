import { useMemo } from 'react';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import { useCall } from '../../draft/useDraft.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import styles from './DirectionStep.module.css';
import { demandsOf } from './directionDemands.ts';

/** What a direction asks, line by line, each with its clause. */
export function Demands({ direction }: { readonly direction: Direction }) {
  const call = useCall();
  const demands = useMemo(() => demandsOf(call, direction), [call, direction]);
  return (
    <dl className={styles.demands}>
      {demands.map(({ name, words, clause }, index) => (
        <div key={`${name} ${words}`}>
          <dt>{demands[index - 1]?.name === name ? '' : name}</dt>
          <dd>
            {words} <ClauseButton clause={clause} about={`${direction.label}：${name}`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
