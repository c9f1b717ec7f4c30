// `npm test`: set-up, then everything: types, lint, boundaries and all tests, the window's among them.
// Arguments go to vitest: npm test -- tests/store
import { prepare } from '../setup/prepare.ts';
import { runStep, runTogether } from '../setup/runSteps.ts';
import { staticChecks, vitest } from '../setup/steps.ts';

await prepare({ system: 'tests', electron: true });
const failed = await runTogether(staticChecks);
const tests = await runStep(vitest([], process.argv.slice(2)));
if (failed.length > 0) console.error(`\nFAILED before the tests: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 || tests !== 0 ? 1 : 0;
