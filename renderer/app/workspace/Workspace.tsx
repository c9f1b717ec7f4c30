import { useEffect, useState } from 'react';
import { DropZone } from '../../drop/DropZone.tsx';
import { usePreferences } from '../preferences.ts';
import { SIDE_BESIDE, useSideOpen } from '../side.ts';
import { AntProvider } from '../theme/AntProvider.tsx';
import { useNarrowerThan } from '../useNarrowerThan.ts';
import { Head } from './Head.tsx';
import { OpeningNotices } from './OpeningNotices.tsx';
import { SectionList } from './SectionList.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StatusBar } from './StatusBar.tsx';
import { WorkArea } from './WorkArea.tsx';
import styles from './Workspace.module.css';

/** Below this the list of sections is opened when it is wanted. */
const LIST_BESIDE = 860;

/** The open draft: sections left, work in the middle, what is asked and found at the right. */
export function Workspace() {
  const listOver = useNarrowerThan(LIST_BESIDE);
  const sideOver = useNarrowerThan(SIDE_BESIDE);
  const sideOpen = useSideOpen(sideOver);
  const sideWidth = usePreferences((all) => all.sideWidth);
  const [listOpen, setListOpen] = useState(false);
  useEffect(() => {
    if (!listOver) setListOpen(false);
  }, [listOver]);
  return (
    <AntProvider>
      <DropZone>
        <div className={styles.workspace}>
          <Head onList={listOver ? () => setListOpen((open) => !open) : null} />
          <OpeningNotices />
          <div className={styles.middle}>
            {listOver && !listOpen ? null : (
              // biome-ignore lint/a11y/noStaticElementInteractions: Esc puts away what lies over the work
              <div
                className={listOver ? styles.listOver : styles.list}
                data-region="list"
                onKeyDown={(event) => {
                  if (listOver && event.key === 'Escape') setListOpen(false);
                }}
              >
                <SectionList onGone={() => setListOpen(false)} />
              </div>
            )}
            <WorkArea />
            {sideOpen ? <SidePanel width={sideOver ? null : sideWidth} /> : null}
          </div>
          <StatusBar />
        </div>
      </DropZone>
    </AntProvider>
  );
}
