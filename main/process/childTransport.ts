import { fork } from 'node:child_process';

/** One running child process, seen the same under Node and under Electron. */
export type ChildTransport = {
  readonly send: (message: unknown) => void;
  readonly kill: () => void;
};

export type TransportEvents = {
  readonly onMessage: (message: unknown) => void;
  readonly onStderr: (text: string) => void;
  /** Called once, with the exit code (null when killed by a signal). */
  readonly onExit: (code: number | null) => void;
};

type StartOptions = { readonly entry: string; readonly env: Readonly<Record<string, string>> };

/** Starts the entry file: a utility process inside Electron's main process, else a forked Node. */
export async function startChild(options: StartOptions, events: TransportEvents): Promise<ChildTransport> {
  const inElectronMain =
    process.versions.electron !== undefined && Reflect.get(process, 'type') === 'browser';
  return inElectronMain ? startUtility(options, events) : startFork(options, events);
}

function startFork({ entry, env }: StartOptions, events: TransportEvents): ChildTransport {
  const child = fork(entry, [], {
    env: { ...process.env, ...env },
    execArgv: ['--no-warnings'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  });
  let ended = false;
  const end = (code: number | null): void => {
    if (ended) return;
    ended = true;
    events.onExit(code);
  };
  child.on('message', events.onMessage);
  child.stderr?.on('data', (data: Buffer) => events.onStderr(data.toString('utf8')));
  child.on('error', (error) => {
    events.onStderr(String(error));
    if (child.pid === undefined) end(null);
  });
  // 'close' comes after stderr is drained, so the watchdog's marker is never missed.
  child.on('close', (code) => end(code));
  return {
    send: (message) => {
      // A child that has just died cannot be written to; its exit is reported on its own.
      child.send(message as object, () => undefined);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

async function startUtility({ entry, env }: StartOptions, events: TransportEvents): Promise<ChildTransport> {
  const { utilityProcess } = await import('electron');
  const child = utilityProcess.fork(entry, [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName: 'chengce-worker',
  });
  child.on('message', events.onMessage);
  child.stderr?.on('data', (data: Buffer) => events.onStderr(data.toString('utf8')));
  child.on('exit', (code) => events.onExit(code));
  return {
    send: (message) => child.postMessage(message),
    kill: () => {
      child.kill();
      // kill() asks politely on some systems; a hung child only understands a signal.
      if (child.pid !== undefined) forceKill(child.pid);
    },
  };
}

function forceKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile, which is what was wanted.
  }
}
