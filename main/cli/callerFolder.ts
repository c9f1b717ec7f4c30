import { resolve } from 'node:path';

/**
 * The folder the person typed the command in. npm moves to the project's root before it runs a script
 * and leaves the person's own folder in INIT_CWD; an INIT_CWD inherited from some outer npm run that
 * did not start us is not ours to follow.
 */
export function callerFolder(env: NodeJS.ProcessEnv = process.env): string {
  const viaNpm = env.npm_lifecycle_event === 'chengce' && env.INIT_CWD !== undefined;
  return viaNpm ? (env.INIT_CWD ?? process.cwd()) : process.cwd();
}

/** A path as the person meant it, relative to the folder they stand in. */
export function fromCaller(path: string): string {
  return resolve(callerFolder(), path);
}
