// Benchmark (d): saving one field of a draft against a bare SQLite commit of one row, same folder, WAL and
// synchronous FULL in both, turn by turn in one run. Also: opening and loading 10,000 invoices.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers } from '../../main/store/answers.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { invoices } from '../../main/store/invoices.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { openDraft } from '../../main/store/openDraft.ts';
import { openSqlite } from '../../main/store/openSqlite.ts';
import { sampleApplication, sampleInvoices } from '../store/sampleApplication.ts';

const ROUNDS = 40;
const SAVES_PER_ROUND = 25;
const FIELDS = 40;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds per save over one round. */
function perSave(save: (count: number) => void, round: number): number {
  const start = performance.now();
  for (let count = 0; count < SAVES_PER_ROUND; count += 1) save(round * SAVES_PER_ROUND + count);
  return (performance.now() - start) / SAVES_PER_ROUND;
}

function timed<T>(what: string, action: () => T): T {
  const start = performance.now();
  const value = action();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
  return value;
}

function openOrThrow(path: string): Extract<ReturnType<typeof openDraft>, { ok: true }>['draft'] {
  const outcome = openDraft(path);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.draft;
}

const folder = mkdtempSync(join(tmpdir(), 'chengce-bench-'));
try {
  const path = join(folder, '草稿.chengce');
  const made = createDraft(path, sampleApplication(1000));
  if (!made.ok) throw new Error(made.problem.message);
  const draft = made.value;

  const bare = openSqlite(join(folder, 'bare.db'), { mustExist: false });
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE t (key TEXT PRIMARY KEY, value TEXT)');
  for (let field = 0; field < FIELDS; field += 1)
    bare.prepare('INSERT INTO t VALUES (?, ?)').run(`field.${field}`, '');
  const update = bare.prepare('UPDATE t SET value = ? WHERE key = ?');

  const saveBare = (count: number): void => {
    update.run(`value ${count}`, `field.${count % FIELDS}`);
  };
  const saveField = (count: number): void => {
    const outcome = answers.save(draft, `field.${count % FIELDS}`, `value ${count}`);
    if (!outcome.ok) throw new Error(outcome.problem.message);
  };
  perSave(saveBare, 0);
  perSave(saveField, 0);
  const bareTimes: number[] = [];
  const fieldTimes: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    bareTimes.push(perSave(saveBare, round));
    fieldTimes.push(perSave(saveField, round));
  }
  const ratio = median(fieldTimes) / median(bareTimes);
  console.log(
    `bare commit: ${median(bareTimes).toFixed(3)} ms, save of one field: ${median(fieldTimes).toFixed(3)} ms`,
  );
  console.log(`save/bare ratio: ${ratio.toFixed(2)} (aim: at most 2)`);
  bare.close();

  const many = sampleInvoices(10_000);
  timed('save 10,000 invoices at once', () => invoices.saveMany(draft, many));
  timed('close', () => closeDraft(draft));
  console.log(`file: ${(statSync(path).size / 1024 / 1024).toFixed(1)} MB`);
  const again = timed('open with checks, 10,000 invoices', () => openOrThrow(path));
  const count = timed('load the application, 10,000 invoices', () => loadApplication(again)).invoices.length;
  console.log(`invoices loaded: ${count}`);
  const [first] = many;
  if (first === undefined) throw new Error('no invoice');
  timed('save one of 10,000 invoices', () => invoices.save(again, { ...first, use: '改' }));
  closeDraft(again);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
