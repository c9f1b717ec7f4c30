import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { TestProject } from 'vitest/node';
import { electronEnvironment, findElectron } from '../../scripts/setup/electron.ts';
import { ensureBuild } from '../../scripts/setup/ensureBuild.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly electron: { readonly executable: string; readonly env: Record<string, string> };
  }
}

/** Builds the program when its sources changed, finds an Electron and starts a display where there is none. */
export default async function globalSetup(project: TestProject): Promise<() => void> {
  const found = await findElectron();
  if (!found.ok) throw new Error(`${found.what}\nnext: ${found.next}`);
  if ((await ensureBuild()) !== 0) throw new Error('the build failed; what is wrong stands above');
  const display = needsDisplay() ? await startDisplay() : null;
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(electronEnvironment(found.electron))) {
    if (value !== undefined) env[name] = value;
  }
  if (display !== null) env.DISPLAY = display.name;
  project.provide('electron', { executable: found.electron.executable, env });
  return () => {
    display?.server.kill();
  };
}

function needsDisplay(): boolean {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** A virtual display of our own; the server chooses a free number and writes it to the pipe. */
function startDisplay(): Promise<{ readonly server: ChildProcess; readonly name: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (text: Buffer) => {
      said += text.toString('utf8');
    });
    (server.stdio[3] as Readable).once('data', (number: Buffer) => {
      resolve({ server, name: `:${number.toString('utf8').trim()}` });
    });
    server.once('error', (error) =>
      reject(new Error(`Xvfb did not start (${error.message}); next: npm run setup`)),
    );
    server.once('exit', (code) =>
      reject(new Error(`Xvfb ended with ${code}: ${said.trim()}; next: npm run setup`)),
    );
  });
}
