import { useMemo } from 'react';
import type { Field } from '../../shared/calls/schema/field.ts';
import { useCall } from '../draft/useDraft.ts';
import { FieldInput } from './FieldInput.tsx';
import styles from './FieldList.module.css';
import { fieldGroups, fieldsOnForm } from './fieldGroups.ts';
import { useFormView } from './formView.ts';

/**
 * The fields of a section, roomy, two side by side where there is room. Where the section shows the form as
 * paper, only those that have no place on it.
 */
export function FieldList({ fields }: { readonly fields: readonly Field[] }) {
  const call = useCall();
  const view = useFormView();
  const onPaper = useMemo(() => fieldsOnForm(call), [call]);
  const section = call.sections.find(({ id }) => id === fields[0]?.section);
  const asPaper = view === 'paper' && section?.holds.includes('form') === true;
  const shown = asPaper ? fields.filter(({ id }) => !onPaper.has(id)) : fields;
  const groups = useMemo(() => fieldGroups(call, shown), [call, shown]);
  if (shown.length === 0) return null;
  return (
    <div className={styles.list}>
      {asPaper && <h2 className={styles.rest}>纸样上没有、但也要回答的</h2>}
      {groups.map(({ title, fields: members }) => (
        <section
          key={members[0]?.id}
          className={styles.group}
          {...(title === null ? {} : { 'aria-label': title })}
        >
          {title !== null && <h2 className={styles.title}>{title}</h2>}
          <div className={styles.grid}>
            {members.map((field) => (
              <FieldInput key={field.id} field={field} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
