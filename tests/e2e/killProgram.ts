import type { ElectronApplication } from 'playwright';

/** Ends the whole program as a power cut would: no word to it, no time for it. */
export async function killProgram(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await gone;
}
