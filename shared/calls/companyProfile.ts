import type { Application } from '../entities/application.ts';
import type { CompanyProfile } from '../entities/companyProfile.ts';
import type { Call } from './schema/call.ts';

const profileFields = (call: Call): Set<string> =>
  new Set(call.fields.filter(({ fromProfile }) => fromProfile).map(({ id }) => id));

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * What of an application is the company's own and worth keeping for the next one: the fields the call
 * marks, and the other units of its consortium without what they do in this project.
 */
export function profileOf(call: Call, application: Application, id: string): CompanyProfile {
  const fields = profileFields(call);
  const kept = Object.entries(application.answers).filter(
    ([field, value]) => fields.has(field) && !isBlank(value),
  );
  const text = (field: string) => String(application.answers[field] ?? '');
  return {
    id,
    name: text(call.roles.applicantName),
    code: text(call.roles.applicantCode),
    answers: Object.fromEntries(kept),
    partners: application.consortium.filter(({ lead }) => !lead).map((unit) => ({ ...unit, task: '' })),
  };
}

/**
 * Fills in from the company profile what the application has not answered yet. An answer that stands is
 * never replaced, and what the call has no field for is left out. Partners come in by choice, not here.
 */
export function fillFromProfile(call: Call, application: Application, profile: CompanyProfile): Application {
  const fields = profileFields(call);
  const filled = Object.entries(profile.answers).filter(
    ([field, value]) => fields.has(field) && !isBlank(value) && isBlank(application.answers[field]),
  );
  return { ...application, answers: { ...application.answers, ...Object.fromEntries(filled) } };
}
