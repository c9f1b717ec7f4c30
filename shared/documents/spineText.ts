import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import { plainText } from './plainText.ts';
import { printedAnswer } from './printValue.ts';

/** Text on the spine: the user's own, else project, unit and year. */
export function spineText(call: Call, application: Application): string {
  const own = plainText(application.settings.spineText).replaceAll('\n', ' ').trim();
  if (own !== '') return own;
  const filledOn = call.roles.filledOn === null ? null : application.answers[call.roles.filledOn];
  const year = (typeof filledOn === 'string' ? filledOn : call.identity.issuedOn).slice(0, 4);
  return [
    printedAnswer(call, application, call.roles.projectName),
    printedAnswer(call, application, call.roles.applicantName),
    `${year}年`,
  ]
    .filter((part) => part !== null)
    .map((part) => part.replaceAll('\n', ' '))
    .join('　');
}
