import type { Call } from '../../shared/calls/schema/call.ts';
import { printedWithUnit } from '../../shared/documents/printValue.ts';
import type { AnswerValue, Application } from '../../shared/entities/application.ts';
import type { Attachment } from '../../shared/entities/attachment.ts';

/**
 * An application for people: every answer under its label, in the unit it is printed in, every attachment under
 * its kind's name. What the call does not know goes by its id, rather than not at all.
 */
export function sayApplication(call: Call, application: Application): string[] {
  const { direction, answers, attachments } = application;
  const chosen = call.directions.find(({ id }) => id === direction.id);
  const known = call.fields.flatMap(({ id, label }) => {
    // A value the field cannot print is shown raw: here nothing may stay hidden.
    const text = printedWithUnit(call, application, id) ?? raw(answers[id]);
    return text === null ? [] : [`  ${label}　${text}`];
  });
  const ids = new Set(call.fields.map(({ id }) => id));
  const strange = Object.entries(answers).filter(([id, value]) => value !== null && !ids.has(id));
  return [
    ...(direction.id === null
      ? []
      : [`  ${call.directionRequirement.label}　${chosen?.label ?? direction.id}`]),
    ...known,
    ...strange.map(([id, value]) => `  ${id}　${String(value)}`),
    ...attachments.map((attachment) => sayAttachment(call, attachment)),
  ];
}

function sayAttachment(call: Call, { kind, name, pages }: Attachment): string {
  const label = call.attachments.find(({ id }) => id === kind)?.label ?? kind;
  return `  附件（${label}）${name}　${pages === null ? '打不开' : `${pages} 页`}`;
}

function raw(value: AnswerValue | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}
