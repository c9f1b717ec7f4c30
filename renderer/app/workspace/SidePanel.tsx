import { type ComponentType, lazy, Suspense } from 'react';
import { useDraft } from '../../draft/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { Boundary } from '../Boundary.tsx';
import { useLayout } from '../preferences.ts';
import { closeSide, SIDE_TAB, type SideTab } from '../side.ts';
import styles from './SidePanel.module.css';
import { SideResizer } from './SideResizer.tsx';

const panels: { readonly [tab in SideTab]: ComponentType } = {
  requirements: lazy(async () => ({
    default: (await import('../../side/RequirementsPanel.tsx')).RequirementsPanel,
  })),
  findings: lazy(async () => ({ default: (await import('../../side/FindingsPanel.tsx')).FindingsPanel })),
  preview: lazy(async () => ({ default: (await import('../../preview/PreviewPanel.tsx')).PreviewPanel })),
};
const tabs: readonly SideTab[] = ['requirements', 'findings', 'preview'];

type SidePanelProps = {
  /** In pixels; null where it lies over the work. */
  readonly width: number | null;
};

/** What stands beside the work: what the notice asks, what is open, the real pages. */
export function SidePanel({ width }: SidePanelProps) {
  const [kept, keep] = useLayout<string>(SIDE_TAB, 'requirements');
  const tab = tabs.find((one) => one === kept) ?? 'requirements';
  const open = useDraft(({ report }) => {
    if (report === null) return 0;
    return report.counts.error + report.counts.warning + report.counts.unknown;
  });
  const words: { readonly [name in SideTab]: string } = {
    requirements: '要求',
    findings: open === 0 ? '问题' : `问题 ${open}`,
    preview: '预览',
  };
  const Panel = panels[tab];
  const move = (step: number) => {
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    keep(next);
    document.getElementById(`side-tab-${next}`)?.focus();
  };
  return (
    <aside
      className={width === null ? `${styles.side} ${styles.over}` : styles.side}
      style={width === null ? undefined : { width }}
      data-region="side"
      aria-label="侧栏"
      onKeyDown={(event) => {
        if (width === null && event.key === 'Escape' && !event.defaultPrevented) closeSide();
      }}
    >
      {width === null ? null : <SideResizer width={width} />}
      <div className={styles.head}>
        <div className={styles.tabs} role="tablist" aria-label="侧栏内容">
          {tabs.map((name) => (
            <button
              key={name}
              id={`side-tab-${name}`}
              type="button"
              role="tab"
              aria-selected={name === tab}
              aria-controls="side-panel"
              tabIndex={name === tab ? 0 : -1}
              className={styles.tab}
              onClick={() => keep(name)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight') move(1);
                if (event.key === 'ArrowLeft') move(-1);
              }}
            >
              {words[name]}
            </button>
          ))}
        </div>
        <Button look="quiet" icon="close" aria-label="收起侧栏" onClick={closeSide} />
      </div>
      <div
        id="side-panel"
        className={styles.panel}
        role="tabpanel"
        aria-labelledby={`side-tab-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
      >
        <Boundary key={tab} what={words[tab]}>
          <Suspense fallback={null}>
            <Panel />
          </Suspense>
        </Boundary>
      </div>
    </aside>
  );
}
