// `npm run bench [NAME …]`: the benchmarks of tests/bench, one after the other; each prints its own figures.
import { globSync } from 'node:fs';
import path from 'node:path';
import { prepare } from '../setup/prepare.ts';
import { projectRoot } from '../setup/projectRoot.ts';
import { runStep } from '../setup/runSteps.ts';

await prepare({ system: 'tests' });
const wanted = process.argv.slice(2);
const all = globSync('tests/bench/*.ts', { cwd: projectRoot })
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => !name.endsWith('Fixture')) // what a benchmark is made from
  .sort();
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : all) {
    const code = await runStep({ title: name, script: ['tests', 'bench', `${name}.ts`], args: [] });
    if (code !== 0) process.exitCode = code;
  }
}
