// `npm run fix`: formats everything and mends what the linter can mend safely.
import { runStep } from '../setup/runSteps.ts';

process.exitCode = await runStep({
  title: 'fix',
  script: ['node_modules', '@biomejs', 'biome', 'bin', 'biome'],
  args: ['check', '--write', ...(process.argv.length > 2 ? process.argv.slice(2) : ['.'])],
});
