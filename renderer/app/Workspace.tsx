import { assertNever } from '../../shared/assertNever.ts';
import { useCall } from '../draft/useDraft.ts';
import { ChecksPage } from '../steps/checks/ChecksPage.tsx';
import { ExportPage } from '../steps/export/ExportPage.tsx';
import { OverviewPage } from '../steps/overview/OverviewPage.tsx';
import { ReconciliationPage } from '../steps/reconciliation/ReconciliationPage.tsx';
import { SectionPage } from '../steps/SectionPage.tsx';
import { goTo, type Place, usePlace } from './navigation.ts';

/** The open draft: sections left, work in the middle. */
export function Workspace() {
  const call = useCall();
  const place = usePlace();
  return (
    <>
      <nav>
        {call.sections.map(({ id, title }) => (
          <button type="button" key={id} onClick={() => goTo({ page: 'section', section: id })}>
            {title}
          </button>
        ))}
      </nav>
      <main>
        <PlaceContent place={place} />
      </main>
    </>
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
