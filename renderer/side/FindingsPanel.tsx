import { useMemo } from 'react';
import { isAtOrBelow } from '../../shared/calls/isAtOrBelow.ts';
import { goTo, usePlace } from '../app/navigation.ts';
import { useCall, useDraft } from '../draft/useDraft.ts';
import { useReport } from '../draft/useFindings.ts';
import { Button } from '../ui/Button.tsx';
import { FindingGroupCard } from './findings/FindingGroupCard.tsx';
import { type FindingFilter, filterFindings, groupFindings } from './findings/filterFindings.ts';
import { NothingFound } from './findings/NothingFound.tsx';
import styles from './panel.module.css';

/** 问题: what is open where the user is; on pages that are no section, in the whole draft. */
export function FindingsPanel() {
  const call = useCall();
  const place = usePlace();
  const findings = useReport();
  const judged = useDraft(({ report }) => report !== null);
  const section = place.page === 'section' ? place.section : null;
  const item = place.page === 'section' ? (place.item ?? null) : null;
  const filter = useMemo((): FindingFilter => ({ show: 'open', section, text: '' }), [section]);
  const groups = useMemo(() => {
    const open = filterFindings(call, findings, filter);
    if (section === null) return groupFindings(call, open, 'section');
    const bySeverity = groupFindings(call, open, 'severity');
    if (item === null) return bySeverity;
    // Of the plan: first what concerns the part being written.
    const here = open.filter(({ at }) => isAtOrBelow(at, `plan.${item}`) || at === item);
    const elsewhere = open.filter((finding) => !here.includes(finding));
    return [
      ...(here.length === 0 ? [] : [{ id: 'here', title: '本项', findings: here }]),
      ...groupFindings(call, elsewhere, 'severity'),
    ];
  }, [call, findings, filter, section, item]);
  const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
  if (!judged) return <p className={styles.wait}>正在检查…</p>;
  return (
    <div className={styles.panel} data-finding-lists="">
      {count === 0 ? <NothingFound filter={filter} /> : null}
      {groups.map((group) => (
        <FindingGroupCard key={group.id} group={group} on="side" />
      ))}
      <Button look="quiet" onClick={() => goTo({ page: 'checks' })}>
        查看全部检查结果
      </Button>
    </div>
  );
}
