import { useCall } from '../draft/useDraft.ts';
import { FieldList } from '../fields/FieldList.tsx';
import { contentSteps } from './contentSteps.ts';

/** One section of the call: the contents it holds, then the fields that name it. */
export function SectionPage({ section }: { readonly section: string }) {
  const call = useCall();
  const found = call.sections.find(({ id }) => id === section);
  if (found === undefined) return null;
  const fields = call.fields.filter((field) => field.section === section);
  return (
    <>
      <h1>{found.title}</h1>
      {found.holds.map((content) => {
        const Step = contentSteps[content];
        return <Step key={content} />;
      })}
      <FieldList fields={fields} />
    </>
  );
}
