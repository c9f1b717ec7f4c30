import type { Call } from '../calls/schema/call.ts';
import { type Statement, statementFields } from '../calls/statementFields.ts';
import type { Application } from '../entities/application.ts';
import { answerFigure, type Figure } from './figures.ts';

/** A figure of the form beside the one of the statement that proves it. */
export interface StatementFigures {
  /** Attachment kind of the statement. */
  readonly kind: string;
  readonly field: Statement['fields'][number];
  readonly form: Figure;
  readonly statement: Figure;
}

/** All of them as soon as one was typed from a statement; until then there is nothing to hold against the form. */
export function statementFigures(call: Call, application: Application): readonly StatementFigures[] {
  return statementFields(call).flatMap(({ kind, label, fields }) => {
    if (fields.every(({ id }) => (application.statements[id] ?? null) === null)) return [];
    return fields.flatMap((field): StatementFigures[] => {
      const form = answerFigure(call, application, field.id, 'other');
      if (form === null) return [];
      const value = application.statements[field.id] ?? null;
      const statement: Figure = {
        ...form,
        id: 'statement',
        source: label,
        value,
        missing: value === null ? 1 : 0,
        at: `attachments.${kind}`,
      };
      return [{ kind, field, form, statement }];
    });
  });
}
