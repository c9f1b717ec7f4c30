import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.ts';

/** A program of node_modules run on the project's Node: its JavaScript entry and arguments. No shell, on any system. */
export type Step = {
  readonly title: string;
  /** Path of a script, relative to the project. */
  readonly script: readonly string[];
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
};

/** Runs one step with its output on the terminal, and returns its exit code. */
export function runStep(step: Step): Promise<number> {
  return spawnStep(step, 'inherit').done;
}

/**
 * Runs steps at the same time, printing the output of each as a whole when it ends, and returns the titles
 * of those that failed.
 */
export async function runTogether(steps: readonly Step[]): Promise<readonly string[]> {
  const ended = await Promise.all(
    steps.map(async (step) => {
      const started = performance.now();
      const { done, output } = spawnStep(step, 'collect');
      const code = await done;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.error(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.title} (${seconds} s)`);
      const said = output().trim();
      if (said !== '' && code !== 0) console.error(said);
      return { title: step.title, code };
    }),
  );
  return ended.filter(({ code }) => code !== 0).map(({ title }) => title);
}

function spawnStep(step: Step, mode: 'inherit' | 'collect'): { done: Promise<number>; output: () => string } {
  const script = path.join(projectRoot, ...step.script);
  if (!existsSync(script)) throw new Error(`${path.join(...step.script)} is missing; run: npm ci`);
  const pieces: Buffer[] = [];
  const child = spawn(process.execPath, [script, ...step.args], {
    cwd: projectRoot,
    env: { ...process.env, ...step.env },
    stdio: mode === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise<number>((resolve) => {
    child.on('error', (error) => {
      pieces.push(Buffer.from(error.message));
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { done, output: () => Buffer.concat(pieces).toString('utf8') };
}
