import type { Target, TargetGroup } from '../../../shared/calls/schema/direction.ts';
import { reachesTarget } from '../../../shared/documents/targetTable.ts';
import { useApplication } from '../../draft/useDraft.ts';
import { ToneMark } from '../../fields/Verdict.tsx';
import { TargetRow } from './TargetRow.tsx';
import styles from './TargetsStep.module.css';
import { groupWords } from './targetWords.ts';

/** Targets that are judged together; where only some must be reached, how many are. */
export function TargetGroupRows({
  group,
  targets,
}: {
  readonly group: TargetGroup;
  readonly targets: readonly Target[];
}) {
  const values = useApplication((application) => application.targets);
  const words = groupWords(group);
  const reached = targets.filter((target) => reachesTarget(target, values[target.id]) === true).length;
  const enough = reached >= (group.n ?? targets.length);
  const rows = targets.map((target) => (
    <TargetRow key={target.id} target={target} severity={group.severity} enough={words !== null && enough} />
  ));
  if (words === null) return rows;
  return (
    <fieldset className={styles.group}>
      <legend>
        {words}，已达到 {reached} 项。{enough && <ToneMark tone="met" word="够了" />}
      </legend>
      {rows}
    </fieldset>
  );
}
