import { spawn } from 'node:child_process';
import path from 'node:path';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The document on stdout; undefined when stdout is empty. Throws when there is anything but one document. */
  readonly json: () => Record<string, unknown>;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends this signal as soon as stderr or the clock says so. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
}

const CLI = path.resolve(import.meta.dirname, '../../main/cli.ts');

/** Runs the real command line in a process of its own, as a person would. */
export function chengce(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const { npm_lifecycle_event: _event, INIT_CWD: _folder, ...env } = process.env;
    const child = spawn(process.execPath, ['--no-warnings', CLI, ...args], {
      cwd: options.cwd ?? process.cwd(),
      // No register of this machine's drafts: what another test made is no draft of the one that runs.
      env: { ...env, CHENGCE_DATA: '', ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString('utf8');
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr, json: () => JSON.parse(stdout) }));
    options.onStart?.((signal) => child.kill(signal));
  });
}
