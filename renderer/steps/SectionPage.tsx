import { StateMark } from '../app/StateMark.tsx';
import { openInWords, sectionMark } from '../app/workspace/sectionMark.ts';
import { useCall } from '../draft/useDraft.ts';
import { useSectionState } from '../draft/useSectionStates.ts';
import { FieldList } from '../fields/FieldList.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { contentSteps } from './contentSteps.ts';
import styles from './SectionPage.module.css';

/** One section of the call: the contents it holds, then the fields that name it. */
export function SectionPage({ section }: { readonly section: string }) {
  const call = useCall();
  const state = useSectionState(section);
  const index = call.sections.findIndex(({ id }) => id === section);
  const found = call.sections[index];
  if (found === undefined) return null;
  const fields = call.fields.filter((field) => field.section === section);
  return (
    <>
      <PageHead number={index + 1} title={found.title}>
        {state === null ? null : (
          <>
            <span className={styles.open}>{openInWords(state)}</span>
            <StateMark mark={sectionMark(state)} word="shown" />
          </>
        )}
      </PageHead>
      {found.holds.map((content) => {
        const Step = contentSteps[content];
        return <Step key={content} />;
      })}
      {fields.length === 0 ? null : <FieldList fields={fields} />}
    </>
  );
}
