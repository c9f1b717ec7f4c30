import { Button } from 'antd';
import { useMemo } from 'react';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { clauseOf } from '../../fields/clauseOf.ts';
import { ToneMark } from '../../fields/Verdict.tsx';
import { Demands } from './Demands.tsx';
import styles from './DirectionStep.module.css';
import { fitOf } from './fitOf.ts';

/** One direction to choose: what it asks, its clause, and how it suits what is answered so far. */
export function DirectionCard({
  direction,
  current,
  readOnly,
  onChoose,
}: {
  readonly direction: Direction;
  readonly current: boolean;
  readonly readOnly: boolean;
  readonly onChoose: () => void;
}) {
  const call = useCall();
  const application = useApplication((whole) => whole);
  const fit = useMemo(() => fitOf(call, application, direction), [call, application, direction]);
  return (
    <li className={[styles.card, current ? styles.current : ''].join(' ')}>
      <div className={styles.head}>
        <h3>
          {direction.label} <ClauseButton clause={clauseOf(call, direction.clause)} about={direction.label} />
        </h3>
        {current ? (
          <ToneMark tone="met" word="现在选的" />
        ) : (
          <Button
            size="small"
            disabled={readOnly}
            onClick={onChoose}
            aria-label={`选这个方向：${direction.label}`}
          >
            选这个方向
          </Button>
        )}
      </div>
      {fit.kind === 'suits' && <ToneMark tone="met" word="按已填的单位类型和总投资，符合" />}
      {fit.kind === 'conflicts' &&
        fit.findings.map((finding) => (
          <p key={finding.key} className={styles.conflict}>
            <ToneMark tone="error" word="不符合" /> {finding.message}
          </p>
        ))}
      <Demands direction={direction} />
    </li>
  );
}
