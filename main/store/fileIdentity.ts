import { statSync } from 'node:fs';

/** `dev:ino` of a file, the same for every spelling of its path; null when there is none. */
export function fileIdentity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`;
}
