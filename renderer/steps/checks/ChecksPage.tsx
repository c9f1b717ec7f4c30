import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { usePlace } from '../../app/navigation.ts';
import { useCall, useDraft } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { FindingGroupCard } from '../../side/findings/FindingGroupCard.tsx';
import { countByShow, filterFindings, groupFindings } from '../../side/findings/filterFindings.ts';
import { NothingFound } from '../../side/findings/NothingFound.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ChecksFilter } from './ChecksFilter.tsx';
import styles from './ChecksPage.module.css';
import { checksView, freshView } from './checksView.ts';

/** 检查: everything the checks say of the draft, live, with the way to each place. */
export function ChecksPage() {
  const call = useCall();
  const findings = useReport();
  const judged = useDraft(({ report }) => report !== null);
  const session = useDraft(({ info }) => info.session);
  const place = usePlace();
  const kept = useStore(checksView);
  const view = kept.session === session ? kept : freshView(session);

  useEffect(() => {
    const before = checksView.getState();
    const mine = before.session === session ? before : freshView(session);
    const show = place.page === 'checks' ? place.show : undefined;
    // Led here by a count of the status bar: that kind, of the whole draft.
    checksView.setState(show === undefined ? mine : { ...mine, show, section: null, text: '' }, true);
  }, [place, session]);

  const groups = useMemo(
    () => groupFindings(call, filterFindings(call, findings, view), view.group),
    [call, findings, view],
  );
  const counts = useMemo(() => countByShow(call, findings, view), [call, findings, view]);
  const found = groups.reduce((count, group) => count + group.findings.length, 0);
  return (
    <div className={styles.page}>
      <PageHead title="检查">
        <span role="status">{judged ? `显示 ${found} 项` : '正在检查…'}</span>
      </PageHead>
      <ChecksFilter
        view={view}
        counts={counts}
        onChange={(change) => checksView.setState({ ...view, ...change }, true)}
      />
      {judged && found === 0 ? <NothingFound filter={view} /> : null}
      <div className={styles.groups} data-finding-lists="">
        {groups.map((group) => (
          <FindingGroupCard key={group.id} group={group} on="page" />
        ))}
      </div>
    </div>
  );
}
