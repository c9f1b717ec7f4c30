import { useMemo } from 'react';
import type { Finding } from '../../../shared/calls/finding.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import { sectionOf } from '../../../shared/calls/sectionOf.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { type Tone, ToneMark, toneOf } from '../../fields/Verdict.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import styles from './Eligibility.module.css';

const WORDS: Readonly<Record<Tone, string>> = {
  error: '不符合',
  warning: '要留意',
  hint: '提示',
  unknown: '待填',
  met: '符合',
};

/** 你可以申报吗: the knock-out conditions as far as they can be told from what is answered, worst first. */
export function Eligibility() {
  const call = useCall();
  const report = useReport();
  const chosen = useApplication(({ direction }) => direction.id);
  const conditions = useMemo(() => knockOuts(call, report, chosen), [call, report, chosen]);
  if (conditions.length === 0) return null;
  const count = (tone: Tone) => conditions.filter((finding) => toneOf(finding) === tone).length;
  const failed = count('error');
  const open = count('unknown');
  const met = conditions.filter(({ outcome }) => outcome === 'met');
  return (
    <section className={styles.panel} aria-labelledby="eligibility">
      <h2 id="eligibility">你可以申报吗</h2>
      <p className={styles.summary} role="status">
        {failed > 0 ? (
          <ToneMark tone="error" word={`按现在填的还不可以：${failed} 个条件不符合`} />
        ) : open > 0 ? (
          <ToneMark tone="unknown" word={`还有 ${open} 个条件待填，已填的都没有挡住申报`} />
        ) : (
          <ToneMark tone="met" word="按现在填的可以申报" />
        )}
      </p>
      <Conditions findings={conditions.filter(({ outcome }) => outcome !== 'met')} />
      {met.length > 0 && (
        <details className={styles.met}>
          <summary>已符合的 {met.length} 个条件</summary>
          <Conditions findings={met} />
        </details>
      )}
    </section>
  );
}

function Conditions({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li key={finding.key} data-condition={finding.key}>
          <ToneMark tone={toneOf(finding)} word={WORDS[toneOf(finding)]} />
          <span>
            {finding.message} <ClauseButton clause={finding.clause} about={finding.title} />
            {finding.outcome !== 'met' && (
              <LinkButton onClick={() => jumpTo(finding.at)} aria-label={`去填写：${finding.title}`}>
                去填写
              </LinkButton>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const ORDER: readonly Tone[] = ['error', 'warning', 'unknown', 'hint', 'met'];

/**
 * Findings that decide whether one may apply at all: those of the direction's section and of the chosen direction
 * itself (threshold, applicant). What only says that a field has words is not among them, nor are the targets.
 */
function knockOuts(call: Call, report: readonly Finding[], chosen: string | null): readonly Finding[] {
  const section = sectionOf(call, 'direction');
  const direction = call.directions.find(({ id }) => id === chosen);
  const own = new Set(
    direction === undefined
      ? []
      : [direction.requirement, ...direction.kinds.map(({ requirement }) => requirement)],
  );
  return report
    .filter(({ id, key, at, impliedBy, setAside }) => {
      if (impliedBy !== null || setAside !== null || at.startsWith('targets')) return false;
      if (key.endsWith(`/${at}`)) return false;
      return own.has(id) || sectionOf(call, at) === section;
    })
    .toSorted((a, b) => ORDER.indexOf(toneOf(a)) - ORDER.indexOf(toneOf(b)));
}
