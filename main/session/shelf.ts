import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

/** One value the program keeps on this machine, outside any draft. */
export type Kept<Value> = {
  readonly read: () => Value;
  /** Written as a whole, in one step: a lost current leaves the old value or the new one. */
  readonly write: (value: Value) => void;
};

/** Where the program keeps things on this machine: one file a thing. */
export type Shelf = {
  /** @param first what stands there when nothing was kept */
  readonly keep: <Value>(name: string, schema: z.ZodType<Value>, first: Value) => Kept<Value>;
};

/** Writes `{"value": …}` to `NAME.json` of a folder (absolute path) in one step. May throw. */
export type OpenWriter = (folder: string, name: string) => (value: unknown) => void;

/**
 * Keeps values in `NAME.json` of a folder. A file that cannot be read as its value (cut off, edited by hand, of a
 * later program) never stops the program: it is set aside as `NAME.unreadable-N.json` and the value is the first one
 * again. A folder that cannot be written loses what is kept, not the program.
 */
export function createShelf(
  folder: string,
  openWriter: OpenWriter,
  report: (error: unknown) => void = console.error,
): Shelf {
  return {
    keep: (name, schema, first) => {
      let value = readKept(path.join(folder, `${name}.json`), schema, report) ?? first;
      const write = attempt(() => openWriter(folder, name), report);
      return {
        read: () => value,
        write: (next) => {
          value = next;
          attempt(() => write?.(next), report);
        },
      };
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
    attempt(() => setAside(file), report);
    return null;
  }
}

function setAside(file: string): void {
  const { dir, name } = path.parse(file);
  for (let number = 1; ; number += 1) {
    const aside = path.join(dir, `${name}.unreadable-${number}.json`);
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    return;
  }
}

function attempt<Value>(action: () => Value, report: (error: unknown) => void): Value | null {
  try {
    return action();
  } catch (error) {
    report(error);
    return null;
  }
}
