import { assertNever } from '../assertNever.ts';
import { isWritten } from '../documents/isWritten.ts';
import type { Application } from '../entities/application.ts';
import { given } from './operators/answerShape.ts';
import type { Call, Section, SectionContent } from './schema/call.ts';

/** Whether anything was entered in a section of the hub: an answer to a field of it, or a row, file or word it holds. */
export function isSectionEntered(call: Call, application: Application, section: Section): boolean {
  return (
    call.fields.some((field) => field.section === section.id && given(application.answers[field.id])) ||
    section.holds.some((content) => isContentEntered(call, application, content))
  );
}

function isContentEntered(call: Call, application: Application, content: SectionContent): boolean {
  switch (content) {
    case 'direction': {
      const { id, kindId, formIds, scenarioIds, contents } = application.direction;
      const chosen = id !== null || kindId !== null || formIds.length > 0 || scenarioIds.length > 0;
      return chosen || Object.keys(contents).length > 0;
    }
    case 'form':
      // What stands on it are fields, told by the sections that ask them.
      return false;
    case 'targets':
      return Object.values(application.targets).some((target) => target !== null);
    case 'plan':
      return Object.values(application.plan).some(isWritten);
    case 'attachments': {
      // Pictures of the plan are stored as files too, but they are the plan's.
      const loose = new Set(call.attachments.filter(({ bound }) => !bound).map(({ id }) => id));
      return application.attachments.some(({ kind }) => !loose.has(kind));
    }
    case 'ownIndicators':
    case 'consortium':
    case 'budget':
    case 'invoices':
    case 'ledger':
      return application[content].length > 0;
    default:
      return assertNever(content);
  }
}
