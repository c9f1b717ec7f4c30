import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { draftStore } from '../draft/draftStore.ts';
import { StartPage } from '../start/StartPage.tsx';
import styles from './App.module.css';
import { Boundary } from './Boundary.tsx';
import { DialogHost } from './DialogHost.tsx';
import { NoticeList } from './NoticeList.tsx';
import { useTheme } from './theme/useTheme.ts';

// The workspace and antd come when a draft is opened: the start page is there at once.
const importWorkspace = () => import('./workspace/Workspace.tsx');
const Workspace = lazy(async () => ({ default: (await importWorkspace()).Workspace }));

/** The window's content: the start page, or the open draft; dialogs and notices in front of either. */
export function App({ opening }: { readonly opening: boolean }) {
  useTheme();
  const session = useStore(draftStore, (state) => state?.info.session ?? null);
  return (
    <Boundary what="窗口">
      {session === null ? (
        opening ? (
          <Opening />
        ) : (
          <StartPage onIdle={importWorkspace} />
        )
      ) : (
        <Suspense fallback={<Opening />}>
          <Workspace />
        </Suspense>
      )}
      <DialogHost />
      <NoticeList />
    </Boundary>
  );
}

function Opening() {
  return <p className={styles.opening}>正在打开草稿…</p>;
}
