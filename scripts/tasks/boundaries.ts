import { checkBoundaries } from '../boundaries/checkBoundaries.ts';
import { projectRoot } from '../setup/projectRoot.ts';

const { files, violations } = checkBoundaries(projectRoot);
for (const { rule, file, line, to, why } of violations)
  console.error(`${file}:${line} ${rule}: ${to}\n  ${why}`);
console.error(`boundaries: ${files} files, ${violations.length} forbidden imports`);
process.exitCode = violations.length === 0 ? 0 : 1;
