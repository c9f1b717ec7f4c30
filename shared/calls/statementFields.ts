import { oncePerCall } from './oncePerCall.ts';
import type { Call } from './schema/call.ts';
import type { Field } from './schema/field.ts';

/** An attachment kind that proves figures of the form, and the fields it proves. */
export interface Statement {
  /** Attachment kind id: 2019年度财务报表. */
  readonly kind: string;
  readonly label: string;
  readonly clause: string;
  /** Money and US dollars, in the order the call lists them. */
  readonly fields: readonly Extract<Field, { type: 'money' | 'usd' }>[];
}

/**
 * Figures that must agree with an attached statement. A call does not name them; it shows them: where an item of the
 * outline lists money under the very clause that asks for the file (“2019年度营收、利润 …，需提供财务报表”), the file
 * is what proves them.
 */
export const statementFields: (call: Call) => readonly Statement[] = oncePerCall((call) =>
  call.attachments.flatMap(({ id, label, clause }): Statement[] => {
    const listed = new Set(
      call.outline
        .flatMap(({ items }) => items)
        .filter((item) => item.clause === clause)
        .flatMap(({ generated }) => generated.flatMap((one) => ('facts' in one ? one.facts : []))),
    );
    const fields = call.fields.flatMap((field) =>
      listed.has(field.id) && (field.type === 'money' || field.type === 'usd') ? [field] : [],
    );
    return fields.length === 0 ? [] : [{ kind: id, label, clause, fields }];
  }),
);
