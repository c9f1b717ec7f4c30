/**
 * Records the revisions in assets/calls as published, so that tests notice when one of them changes:
 *   node scripts/calls/publish.ts            records what is not recorded yet
 *   node scripts/calls/publish.ts --replace  records a changed file anew; only before its release
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { callHash } from '../../main/calls/callHash.ts';
import { loadCall, PUBLISHED_FILE, sayProblem } from '../../main/calls/loadCalls.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'assets', 'calls');
const record = path.join(folder, PUBLISHED_FILE);
const replace = process.argv.includes('--replace');

type Published = Record<string, Record<string, string>>;

function readRecord(): Published {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

const published = readRecord();
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.json') || name === PUBLISHED_FILE) continue;
  const file = path.join(folder, name);
  const loaded = loadCall(file);
  if (!loaded.ok) {
    console.error(`${name} is not fit to be published:\n${loaded.problems.map(sayProblem).join('\n')}`);
    process.exitCode = 1;
    continue;
  }
  const { id, revision } = loaded.call;
  const hash = callHash(JSON.parse(readFileSync(file, 'utf8')));
  const before = published[id]?.[revision];
  if (before === hash) continue;
  if (before !== undefined && !replace) {
    console.error(
      `${id} revision ${revision} is published and has changed. Give the correction a new revision.`,
    );
    process.exitCode = 1;
    continue;
  }
  published[id] = { ...published[id], [revision]: hash };
  console.log(`${id} revision ${revision}: recorded`);
}
writeFileSync(record, `${JSON.stringify(published, null, 2)}\n`);
