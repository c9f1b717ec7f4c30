// Launch to interactive against a bare Electron window, in the same run: from starting the process until a
// button of the first page is visible and answers a focus. Runs alternate, so that both meet the same machine.
import { rm } from 'node:fs/promises';
import { makeBareProgram, prepareLauncher } from './launchFixture.ts';

const ROUNDS = 7;
const launcher = await prepareLauncher();
const bare = await makeBareProgram();

async function launchOnce(folder: string | undefined): Promise<number> {
  const started = performance.now();
  const { page, close } = await launcher.launch(folder);
  const button = page.getByRole('button').first();
  await button.waitFor({ state: 'visible' });
  await button.focus();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  const took = performance.now() - started;
  await close();
  return took;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

try {
  await launchOnce(bare); // both once before, so that the disk's cache is warm for either
  await launchOnce(undefined);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await launchOnce(bare));
    ours.push(await launchOnce(undefined));
  }
  const [own, reference] = [median(ours), median(theirs)];
  console.log(
    `launch to interactive: ${own.toFixed(0)} ms; bare Electron window: ${reference.toFixed(0)} ms`,
  );
  console.log(`ratio ${(own / reference).toFixed(2)} (aim at most 1.5; medians of ${ROUNDS} launches each)`);
} finally {
  launcher.stop();
  await rm(bare, { recursive: true, force: true });
}
