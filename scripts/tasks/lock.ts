// `npm run lock`, after adding or updating a dependency: completes package-lock.json (see completeLock.ts).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LockEntry, missingFromLock } from '../setup/completeLock.ts';
import { projectRoot } from '../setup/projectRoot.ts';

const file = path.join(projectRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: { [place: string]: LockEntry } };
const missing = missingFromLock(lock.packages);
const count = Object.keys(missing).length;
if (count > 0) {
  const entries = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`);
}
console.error(`package-lock.json: ${count} optional packages of other systems added`);
