import { useMemo } from 'react';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TargetGroupRows } from './TargetGroupRows.tsx';
import styles from './TargetsStep.module.css';
import { targetParts } from './targetWords.ts';

/** 预期目标: what the chosen direction and scenarios ask for, what the project sets itself, and whether it reaches. */
export function TargetsStep() {
  const call = useCall();
  const choice = useApplication(({ direction }) => direction);
  const parts = useMemo(() => targetParts(call, choice), [call, choice]);
  const direction = call.directions.find(({ id }) => id === choice.id);
  return (
    <section className={styles.step} data-at="targets" aria-labelledby="targets">
      <h2 id="targets">预期目标</h2>
      {parts.length === 0 && (
        <p className={styles.empty}>
          {direction === undefined
            ? '预期目标由申报方向决定。请先选方向。'
            : direction.scenarios.length > 0
              ? `“${direction.label}”的预期目标由应用场景决定。请先选场景。`
              : `通知对“${direction.label}”没有规定要达到的数值，这里不用填。`}
          {(direction === undefined || direction.scenarios.length > 0) && (
            <LinkButton onClick={() => jumpTo('direction')}>去选择</LinkButton>
          )}
        </p>
      )}
      {parts.map(({ label, clause, groups }) => (
        <div key={label} className={styles.part}>
          <h3>
            {label} <ClauseButton clause={clause} about={label} />
          </h3>
          {groups.map(({ group, targets }) => (
            <TargetGroupRows key={group.of.join()} group={group} targets={targets} />
          ))}
        </div>
      ))}
    </section>
  );
}
