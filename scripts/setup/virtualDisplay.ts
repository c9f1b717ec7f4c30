import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Where windows open: the machine's own display, or one in memory that `stop` ends. */
export type Display = { readonly env: Readonly<Record<string, string>>; readonly stop: () => void };

/** Whether windows have nowhere to open but on displays of our own. */
export function lacksDisplay(): boolean {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** The display that is there; on Linux without one an Xvfb of our own is started. Throws when that fails. */
export async function ensureDisplay(): Promise<Display> {
  if (!lacksDisplay()) return { env: {}, stop: () => undefined };
  const { server, name } = await startXvfb();
  return { env: { DISPLAY: name }, stop: () => server.kill() };
}

/** The server chooses a free number and writes it to the pipe. */
function startXvfb(): Promise<{ readonly server: ChildProcess; readonly name: string }> {
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
