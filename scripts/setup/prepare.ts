import { type FoundElectron, findElectron } from './electron.ts';
import { ensureFonts } from './fonts.ts';
import type { Outcome } from './Outcome.ts';
import { ensureSystemPackages, type Purpose } from './systemPackages.ts';

type Wishes = { readonly system?: Purpose; readonly electron?: boolean; readonly quiet?: boolean };

/**
 * Brings what a task needs beyond the npm packages and says in one line on stderr what was done.
 * On a failure it says what is wrong and what to do next, in English and Chinese, and ends the process.
 */
export async function prepare(wishes: Wishes): Promise<FoundElectron | null> {
  const started = performance.now();
  const notes = [`Node ${process.versions.node}`];
  notes.push(noteOrEnd(await ensureFonts()));
  if (wishes.system !== undefined) notes.push(noteOrEnd(await ensureSystemPackages(wishes.system)));
  let electron: FoundElectron | null = null;
  if (wishes.electron === true) {
    const found = await findElectron();
    if (!found.ok) return end(found);
    electron = found.electron;
    notes.push(`Electron ${electron.version} (${electron.kind})`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (wishes.quiet !== true)
    console.error(`set-up: ${notes.filter((note) => note !== '').join(' · ')} · ${seconds} s`);
  return electron;
}

function noteOrEnd(outcome: Outcome): string {
  return outcome.ok ? outcome.note : end(outcome);
}

function end(problem: Extract<Outcome, { ok: false }>): never {
  console.error(`set-up: ${problem.what}\n  next: ${problem.next}\n  下一步：${problem.zh}`);
  process.exit(1);
}
