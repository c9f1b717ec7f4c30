import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A Node process running one of the fixtures. */
export type Child = {
  readonly process: ChildProcessWithoutNullStreams;
  /** The next line it prints. */
  readonly line: () => Promise<string>;
  readonly tell: (order: string) => void;
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
};

/** Starts tests/store/fixtures/NAME.ts with arguments. */
export function startChild(name: string, args: readonly string[], identity: { uid?: number } = {}): Child {
  const script = join(import.meta.dirname, 'fixtures', `${name}.ts`);
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], { ...identity });
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return {
    process: child,
    line: async () => {
      const next = await lines.next();
      if (next.done === true) throw new Error('the child said nothing more');
      return next.value;
    },
    tell: (order) => child.stdin.write(`${order}\n`),
    kill,
  };
}
