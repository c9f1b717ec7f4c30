import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { shelfIn } from './shelfIn.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const Names = z.array(z.string());
const quiet = (): void => {};

describe('a kept value', () => {
  it('has what was written the next time', () => {
    const folder = temporaryFolder();
    const first = shelfIn(folder).keep('names', Names, []);
    expect(first.read()).toEqual([]);
    first.write(['甲公司', '乙公司']);
    expect(first.read()).toEqual(['甲公司', '乙公司']);
    expect(shelfIn(folder).keep('names', Names, []).read()).toEqual(['甲公司', '乙公司']);
  });

  it.each([
    ['is cut off', '{"value": ["甲公'],
    ['is empty', ''],
    ['is of another shape', '{"value": {"names": 3}}'],
    ['is no object', '[]'],
    ['holds bytes of something else', '\u0000\u0001PNG'],
  ])('that %s stops nothing, and is set aside as it was', (_what, text) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'names.json'), text);
    const kept = shelfIn(folder, quiet).keep('names', Names, ['nobody']);
    expect(kept.read()).toEqual(['nobody']);
    expect(readFileSync(path.join(folder, 'names.unreadable-1.json'), 'utf8')).toBe(text);
    kept.write(['丙公司']);
    expect(shelfIn(folder).keep('names', Names, []).read()).toEqual(['丙公司']);
  });

  it('that broke twice is kept twice', () => {
    const folder = temporaryFolder();
    for (const text of ['{1', '{2']) {
      writeFileSync(path.join(folder, 'names.json'), text);
      shelfIn(folder, quiet).keep('names', Names, []);
    }
    expect(readFileSync(path.join(folder, 'names.unreadable-1.json'), 'utf8')).toBe('{1');
    expect(readFileSync(path.join(folder, 'names.unreadable-2.json'), 'utf8')).toBe('{2');
  });

  it('leaves nothing half-written beside it', () => {
    const folder = temporaryFolder();
    const kept = shelfIn(folder).keep('names', Names, []);
    for (let count = 0; count < 20; count += 1) kept.write([String(count)]);
    expect(readdirSync(folder)).toEqual(['names.json']);
  });

  it('in a place where nothing can be written still holds the value while the program runs', () => {
    const folder = path.join(temporaryFolder(), 'locked');
    mkdirSync(folder);
    // A folder where the file should be: no user, not even root, can write it.
    mkdirSync(path.join(folder, 'names.json'));
    chmodSync(folder, 0o500);
    const report = vi.fn();
    const kept = shelfIn(folder, report).keep('names', Names, []);
    kept.write(['甲公司']);
    expect(kept.read()).toEqual(['甲公司']);
    expect(report).toHaveBeenCalled();
    chmodSync(folder, 0o700);
  });
});
