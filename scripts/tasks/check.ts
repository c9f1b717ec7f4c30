// `npm run check`: types, lint, boundaries and the quick tests, under a minute.
import { prepare } from '../setup/prepare.ts';
import { runStep, runTogether } from '../setup/runSteps.ts';
import { staticChecks, vitest } from '../setup/steps.ts';

await prepare({});
const failed = [...(await runTogether(staticChecks))];
if ((await runStep(vitest(['unit', 'calls', 'renderer'], process.argv.slice(2)))) !== 0) failed.push('tests');
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
