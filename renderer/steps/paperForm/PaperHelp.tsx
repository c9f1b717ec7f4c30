import type { Field } from '../../../shared/calls/schema/field.ts';
import { unitOf } from '../../../shared/documents/printValue.ts';
import { useAnswer, useCall } from '../../draft/useDraft.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { unreadProblem } from '../../fields/fieldWords.ts';
import { useVerdict } from '../../fields/useVerdict.ts';
import { ProblemLine, VerdictLine } from '../../fields/Verdict.tsx';
import styles from './PaperForm.module.css';

/** The strip below the paper: what the place being filled wants, and what is said of it. */
export function PaperHelp({ field }: { readonly field: string | null }) {
  const found = useCall().fields.find(({ id }) => id === field);
  return (
    <aside className={styles.help} aria-label="当前这一格的说明">
      {found === undefined ? (
        <p className={styles.hint}>点一格就可以填；这里会说明这一格要什么、写得对不对。</p>
      ) : (
        <Help key={found.id} field={found} />
      )}
    </aside>
  );
}

function Help({ field }: { readonly field: Field }) {
  const [value] = useAnswer(field.id);
  const clause = useCall().clauses.find(({ id }) => id === field.clause) ?? null;
  const problem = unreadProblem(field, value);
  const findings = useVerdict(field.id, problem !== null);
  const unit = unitOf(field);
  return (
    <>
      <p className={styles.hint}>
        <strong className={styles.name}>{field.label}</strong>
        {unit !== '' && <>单位 {unit}。</>}
        {field.hint}
        {field.example !== '' && <> 例：{field.example}</>}
        {clause !== null && <ClauseButton clause={clause} about={field.label} />}
      </p>
      {problem !== null && <ProblemLine problem={problem} />}
      {value !== null && findings.map((finding) => <VerdictLine key={finding.key} finding={finding} />)}
    </>
  );
}
