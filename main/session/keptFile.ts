import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import type { z } from 'zod';

/** One value the program keeps on this machine, outside any draft. */
export type KeptFile<Value> = {
  readonly read: () => Value;
  /** Written as a whole, in one step: a lost current leaves the old value or the new one. */
  readonly write: (value: Value) => void;
};

/**
 * Keeps a value in `NAME.json` of the program's data folder. A file that cannot be read as that value (cut off, edited
 * by hand, of a later program) never stops the program: it is set aside as `NAME.unreadable-N.json` and the value is
 * the first one again. A folder that cannot be written loses what is kept, not the program.
 * @param folder absolute path
 * @param first what stands there when nothing was kept
 */
export function keptFile<Value>(
  folder: string,
  name: string,
  schema: z.ZodType<Value>,
  first: Value,
  report: (error: unknown) => void = console.error,
): KeptFile<Value> {
  const file = path.join(folder, `${name}.json`);
  let value = readKept(file, schema, report) ?? first;
  const store = openStore(folder, name, report);
  return {
    read: () => value,
    write: (next) => {
      value = next;
      try {
        store?.set('value', next);
      } catch (error) {
        report(error);
      }
    },
  };
}

function readKept<Value>(
  file: string,
  schema: z.ZodType<Value>,
  report: (error: unknown) => void,
): Value | null {
  if (!existsSync(file)) return null;
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return schema.parse(typeof json === 'object' && json !== null ? Reflect.get(json, 'value') : undefined);
  } catch (error) {
    report(error);
    setAside(file, report);
    return null;
  }
}

function setAside(file: string, report: (error: unknown) => void): void {
  const { dir, name } = path.parse(file);
  try {
    for (let number = 1; ; number += 1) {
      const aside = path.join(dir, `${name}.unreadable-${number}.json`);
      if (existsSync(aside)) continue;
      renameSync(file, aside);
      return;
    }
  } catch (error) {
    report(error);
  }
}

function openStore(
  folder: string,
  name: string,
  report: (error: unknown) => void,
): Store<Record<string, unknown>> | null {
  try {
    return new Store<Record<string, unknown>>({ cwd: folder, name, clearInvalidConfig: true });
  } catch (error) {
    report(error);
    return null;
  }
}
