import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../main/store/openSqlite.ts';
import { testFolder } from './testFolder.ts';

test('under the development fallback the driver named in the environment is loaded', () => {
  const before = process.env.CHENGCE_SQLITE_BINDING;
  onTestFinished(() => {
    if (before === undefined) delete process.env.CHENGCE_SQLITE_BINDING;
    else process.env.CHENGCE_SQLITE_BINDING = before;
  });
  const path = join(testFolder(), 'a.db');
  process.env.CHENGCE_SQLITE_BINDING = join(testFolder(), '没有.node');
  expect(() => openSqlite(path, { mustExist: false })).toThrow(/没有\.node/);
  process.env.CHENGCE_SQLITE_BINDING = '';
  openSqlite(path, { mustExist: false }).close();
});
