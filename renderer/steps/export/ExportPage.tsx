import { Segmented } from 'antd';
import { useState } from 'react';
import { assertNever } from '../../../shared/assertNever.ts';
import { useApplication } from '../../draft/useDraft.ts';
import { PreviewView } from '../../preview/PreviewView.tsx';
import { useFreshPreview } from '../../preview/previewStore.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import styles from './ExportPage.module.css';
import { ExportPlan } from './ExportPlan.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { ExportResult } from './ExportResult.tsx';
import { useExport } from './exportStore.ts';
import { useFocusFollows } from './useFocusFollows.ts';

type View = 'export' | 'preview';
const views: { readonly label: string; readonly value: View }[] = [
  { label: '导出', value: 'export' },
  { label: '整本预览', value: 'preview' },
];

/** 预览与导出: the whole bundle to leaf through, and the way to the files that are handed in. */
export function ExportPage() {
  const [view, setView] = useState<View>('export');
  useFreshPreview();
  const stage = useFocusFollows(useExport().run.kind);
  return (
    <div className={styles.page} data-at="settings">
      <PageHead title="预览与导出">
        <Segmented<View> options={views} value={view} onChange={setView} aria-label="查看" />
      </PageHead>
      {view === 'preview' ? (
        <div className={styles.preview}>
          <PreviewView name="large" follows={false} />
        </div>
      ) : (
        <div ref={stage}>
          <Stage />
        </div>
      )}
    </div>
  );
}

function Stage() {
  const { run } = useExport();
  const application = useApplication((all) => all);
  switch (run.kind) {
    case 'none':
    case 'stopped':
      return <ExportPlan stopped={run.kind === 'stopped' ? run : null} />;
    case 'running':
      return <ExportProgress run={run} />;
    case 'done':
      return <ExportResult exported={run.exported} seconds={run.seconds} outdated={run.of !== application} />;
    default:
      return assertNever(run);
  }
}
