import { callNames } from './references/callNames.ts';
import { checkDirections } from './references/checkDirections.ts';
import { checkFields } from './references/checkFields.ts';
import { checkLists } from './references/checkLists.ts';
import { checkPages } from './references/checkPages.ts';
import { checkRules } from './references/checkRules.ts';
import { createReport, type ReferenceProblem } from './references/report.ts';
import type { Call } from './schema/call.ts';

/**
 * Every reference of a call that leads nowhere, every id that stands twice, every span that does not
 * fill the form's grid; empty when the call holds together. Messages are for the call's author.
 */
export function referenceProblems(call: Call): readonly ReferenceProblem[] {
  const names = callNames(call);
  const report = createReport();
  checkLists(call, names, report);
  checkFields(call, names, report);
  checkDirections(call, names, report);
  checkPages(call, names, report);
  checkRules(call, names, report);
  return report.problems;
}
