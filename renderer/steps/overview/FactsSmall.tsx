import { useMemo } from 'react';
import { directionText } from '../../../shared/documents/directionText.ts';
import { goTo } from '../../app/navigation.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { TimeLeft } from '../../start/TimeLeft.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import styles from './OverviewPage.module.css';

/** Which call, which direction, how long there is. */
export function FactsSmall() {
  const call = useCall();
  const application = useApplication((all) => all);
  const direction = useMemo(() => directionText(call, application), [call, application]);
  const section = call.sections.find(({ holds }) => holds.includes('direction'));
  return (
    <section className={styles.card} aria-labelledby="hub-facts">
      <h2 id="hub-facts">{call.identity.name}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{call.directionRequirement.label}</dt>
          <dd>
            {direction ?? (
              <LinkButton
                onClick={() => {
                  if (section !== undefined) goTo({ page: 'section', section: section.id });
                }}
              >
                还没有选
              </LinkButton>
            )}
          </dd>
        </div>
        <div>
          <dt>截止</dt>
          <dd>
            {call.submission.deadline}
            <strong>
              <TimeLeft deadline={call.submission.deadline} />
            </strong>
          </dd>
        </div>
        <div>
          <dt>报送</dt>
          <dd>
            {call.submission.paperCopies > 0 ? `纸质 ${call.submission.paperCopies} 份，` : ''}
            {call.submission.via}
          </dd>
        </div>
      </dl>
    </section>
  );
}
