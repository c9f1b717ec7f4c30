import { type ComponentType, lazy, Suspense, useRef } from 'react';
import { assertNever } from '../../../shared/assertNever.ts';
import { useCall } from '../../draft/useDraft.ts';
import { OverviewPage } from '../../steps/overview/OverviewPage.tsx';
import { SectionPage } from '../../steps/SectionPage.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Boundary } from '../Boundary.tsx';
import { goTo, type Place, pageKey, usePlace } from '../navigation.ts';
import { useArrival } from '../places/useArrival.ts';
import { neighboursOf, stopsOf } from './neighbours.ts';
import styles from './WorkArea.module.css';

const ChecksPage: ComponentType = lazy(async () => ({
  default: (await import('../../steps/checks/ChecksPage.tsx')).ChecksPage,
}));
const ReconciliationPage: ComponentType = lazy(async () => ({
  default: (await import('../../steps/reconciliation/ReconciliationPage.tsx')).ReconciliationPage,
}));
const ExportPage: ComponentType = lazy(async () => ({
  default: (await import('../../steps/export/ExportPage.tsx')).ExportPage,
}));

/** The page being worked on, and the way to the next. */
export function WorkArea() {
  const call = useCall();
  const place = usePlace();
  const area = useRef<HTMLElement>(null);
  useArrival(area);
  const { previous, next } = neighboursOf(call, place);
  const title = stopsOf(call).find((stop) => pageKey(stop.place) === pageKey(place))?.title ?? '正文';
  return (
    <main ref={area} className={styles.area} data-region="work" tabIndex={-1}>
      <div className={styles.page} key={pageKey(place)}>
        <Boundary what={title}>
          <Suspense fallback={<p className={styles.coming}>正在打开…</p>}>
            <PlaceContent place={place} />
          </Suspense>
        </Boundary>
      </div>
      <footer className={styles.ways}>
        {previous === null ? null : (
          <button type="button" className={styles.way} onClick={() => goTo(previous.place)}>
            <Icon name="chevronLeft" />
            <span>
              <span className={styles.which}>上一节</span> {previous.title}
            </span>
          </button>
        )}
        {next === null ? null : (
          <button type="button" className={`${styles.way} ${styles.next}`} onClick={() => goTo(next.place)}>
            <span>
              <span className={styles.which}>下一节</span> {next.title}
            </span>
            <Icon name="chevronRight" />
          </button>
        )}
      </footer>
    </main>
  );
}

function PlaceContent({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'overview':
      return <OverviewPage />;
    case 'checks':
      return <ChecksPage />;
    case 'reconciliation':
      return <ReconciliationPage />;
    case 'export':
      return <ExportPage />;
    case 'section':
      return <SectionPage section={place.section} />;
    default:
      return assertNever(place);
  }
}
