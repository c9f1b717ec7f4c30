import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBoundaries } from '../../../scripts/boundaries/checkBoundaries.ts';
import { rules } from '../../../scripts/boundaries/rules.ts';

type Planted = { readonly file: string; readonly source: string };
type Files = { readonly [file: string]: string };

/** A small house in which every import is allowed; each case plants one forbidden import in it. */
const soundHouse: Files = {
  'package.json': JSON.stringify({
    dependencies: { zod: '1', docx: '1', 'pdf-lib': '1', 'better-sqlite3': '1', commander: '1' },
    devDependencies: { react: '1', electron: '1', vitest: '1' },
  }),
  'shared/money.ts': "import { z } from 'zod';\nexport const Fen = z.int();",
  'shared/contract/channels.ts': "import { Fen } from '../money.ts';\nexport const channels = { Fen };",
  'renderer/App.tsx':
    "import { useState } from 'react';\nimport { Fen } from '../shared/money.ts';\nexport { Fen, useState };",
  'main/store/openDraft.ts': "import Database from 'better-sqlite3';\nexport const openDraft = Database;",
  'main/intake/countPages.ts':
    "import { PDFDocument } from 'pdf-lib';\nexport const countPages = PDFDocument;",
  'main/bundle/word.ts': "import { Document } from 'docx';\nexport const word = Document;",
  'main/process/childTransport.ts':
    "export const start = async () => {\n  const { utilityProcess } = await import('electron');\n  return utilityProcess;\n};",
  'main/tasks/exportPackage.ts':
    "import { word } from '../bundle/word.ts';\nimport { openDraft } from '../store/openDraft.ts';\nexport const exportPackage = [word, openDraft];",
  'main/ipc/register.ts':
    "import { ipcMain } from 'electron';\nimport { exportPackage } from '../tasks/exportPackage.ts';\nexport const register = [ipcMain, exportPackage];",
  'main/cli.ts':
    "import { Command } from 'commander';\nimport { exportPackage } from './tasks/exportPackage.ts';\nexport const cli = [Command, exportPackage];",
  'main/preload.ts':
    "import { contextBridge, ipcRenderer } from 'electron';\nimport { channels } from '../shared/contract/channels.ts';\nexport const bridge = [contextBridge, ipcRenderer, channels];",
  'main/index.ts':
    "import { app } from 'electron';\nimport { register } from './ipc/register.ts';\nexport const boot = [app, register];",
  'tests/unit/money.test.ts': "import { Fen } from '../../shared/money.ts';\nexport { Fen };",
};

/** One forbidden import per rule (and the ways round it that a hurried author would find). */
const planted: { readonly [rule: string]: readonly Planted[] } = {
  'shared-imports-zod-only': [
    { file: 'shared/new.ts', source: "import { readFileSync } from 'node:fs';\nexport { readFileSync };" },
    { file: 'shared/new.ts', source: "import path from 'path';\nexport { path };" },
    { file: 'shared/new.ts', source: "export { Document } from 'docx';" },
    {
      file: 'shared/new.ts',
      source: "import type { App } from '../renderer/App.tsx';\nexport type A = App;",
    },
    { file: 'shared/new.ts', source: "export type A = import('../main/index.ts').boot;" },
  ],
  'renderer-never-imports-main': [
    { file: 'renderer/new.ts', source: "export type { openDraft } from '../main/store/openDraft.ts';" },
  ],
  'renderer-has-no-node': [
    { file: 'renderer/new.ts', source: "import { join } from 'node:path';\nexport { join };" },
    { file: 'renderer/new.ts', source: "const fs = require('fs');\nexport { fs };" },
  ],
  'renderer-has-no-electron': [
    { file: 'renderer/new.ts', source: "import { shell } from 'electron';\nexport { shell };" },
  ],
  'main-never-imports-renderer': [{ file: 'main/new.ts', source: "export * from '../renderer/App.tsx';" }],
  'rooms-never-import-entrances': [
    {
      file: 'main/store/new.ts',
      source: "import { register } from '../ipc/register.ts';\nexport { register };",
    },
    { file: 'main/intake/new.ts', source: "import { cli } from '../cli.ts';\nexport { cli };" },
    { file: 'main/bundle/new.ts', source: "export const later = () => import('../index.ts');" },
  ],
  'tasks-never-import-entrances': [{ file: 'main/tasks/new.ts', source: "import '../cli.ts';" }],
  'session-never-imports-entrances': [
    { file: 'main/session/new.ts', source: "export { register } from '../ipc/register.ts';" },
  ],
  'rooms-never-import-tasks': [{ file: 'main/bundle/new.ts', source: "import '../tasks/exportPackage.ts';" }],
  'store-stands-alone': [
    { file: 'main/store/new.ts', source: "import { word } from '../bundle/word.ts';\nexport { word };" },
  ],
  'intake-stands-alone': [{ file: 'main/intake/new.ts', source: "import '../store/openDraft.ts';" }],
  'bundle-never-imports-store': [{ file: 'main/bundle/new.ts', source: "import '../store/openDraft.ts';" }],
  'ipc-and-cli-are-apart': [{ file: 'main/ipc/new.ts', source: "import '../cli.ts';" }],
  'cli-has-no-window': [
    { file: 'main/cli/new.ts', source: "import { app } from 'electron';\nexport { app };" },
    { file: 'main/tasks/new.ts', source: "import { dialog } from 'electron';\nexport { dialog };" },
  ],
  'electron-stays-at-the-edge': [
    { file: 'main/store/new.ts', source: "import { app } from 'electron';\nexport { app };" },
  ],
  'sql-only-in-store': [
    { file: 'main/tasks/new.ts', source: "import Database from 'better-sqlite3';\nexport { Database };" },
    {
      file: 'main/ipc/new.ts',
      source: "import { DatabaseSync } from 'node:sqlite';\nexport { DatabaseSync };",
    },
    { file: 'main/new.ts', source: "import { sql } from 'drizzle-orm';\nexport { sql };" },
  ],
  'typst-and-docx-only-in-bundle': [
    { file: 'main/tasks/new.ts', source: "import { Document } from 'docx';\nexport { Document };" },
    {
      file: 'main/intake/new.ts',
      source:
        "import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';\nexport { NodeCompiler };",
    },
  ],
  'pdf-only-in-bundle-and-intake': [
    { file: 'main/tasks/new.ts', source: "import { PDFDocument } from 'pdf-lib';\nexport { PDFDocument };" },
    { file: 'main/store/new.ts', source: "import { init } from '@embedpdf/pdfium';\nexport { init };" },
  ],
  'sharp-only-in-bundle-and-intake': [
    { file: 'main/ipc/new.ts', source: "import sharp from 'sharp';\nexport { sharp };" },
  ],
  'ipc-main-only-in-register': [
    { file: 'main/ipc/new.ts', source: "import { ipcMain } from 'electron';\nexport { ipcMain };" },
    { file: 'main/new.ts', source: "import { ipcMain as quiet } from 'electron';\nexport { quiet };" },
    { file: 'main/new.ts', source: "import * as electron from 'electron';\nexport { electron };" },
    { file: 'main/new.ts', source: "export const later = async () => (await import('electron')).ipcMain;" },
  ],
  'ipc-renderer-only-in-preload': [
    { file: 'main/ipc/new.ts', source: "import { ipcRenderer } from 'electron';\nexport { ipcRenderer };" },
  ],
  'preload-imports-contract-only': [
    { file: 'main/preload.ts', source: "import { join } from 'node:path';\nexport { join };" },
  ],
  'no-network': [
    { file: 'main/tasks/new.ts', source: "import { request } from 'node:https';\nexport { request };" },
    { file: 'main/intake/new.ts', source: "import net from 'net';\nexport { net };" },
  ],
  'product-never-imports-tests': [{ file: 'main/new.ts', source: "import '../tests/unit/money.test.ts';" }],
  'imports-are-literal': [
    { file: 'main/new.ts', source: 'export const load = (name: string) => import(name);' },
  ],
  'imports-resolve': [
    { file: 'main/new.ts', source: "import { word } from './bundle/word';\nexport { word };" },
    { file: 'tests/unit/new.test.ts', source: "import '../../shared/gone.ts';" },
  ],
  'shipped-code-needs-dependencies': [
    { file: 'main/new.ts', source: "import { test } from 'vitest';\nexport { test };" },
  ],
  'no-cycles': [
    {
      file: 'shared/money.ts',
      source: "import { channels } from './contract/channels.ts';\nexport const Fen = channels;",
    },
  ],
};

const folders: string[] = [];

function house(files: Files): string {
  const root = mkdtempSync(path.join(os.tmpdir(), '边界 house-'));
  folders.push(root);
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), source);
  }
  return root;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the import boundaries', () => {
  it('find nothing to refuse in a sound house', () => {
    const { files, violations } = checkBoundaries(house(soundHouse));
    expect(violations).toEqual([]);
    expect(files).toBe(Object.keys(soundHouse).length - 1);
  });

  const cases = Object.entries(planted).flatMap(([rule, list]) => list.map((plant) => ({ rule, ...plant })));
  it.each(cases)('$rule: $file is refused with $source', ({ rule, file, source }) => {
    const { violations } = checkBoundaries(house({ ...soundHouse, [file]: source }));
    expect(violations.map((violation) => violation.rule)).toContain(rule);
    expect(
      violations.every(
        (violation) =>
          violation.file === file || violation.rule === 'no-cycles' || violation.rule === 'imports-resolve',
      ),
    ).toBe(true);
  });

  it('have a planted import for every rule, so that no rule is only believed in', () => {
    const known = [...rules.map((rule) => rule.id), 'shipped-code-needs-dependencies', 'no-cycles'];
    expect(Object.keys(planted).sort()).toEqual(known.sort());
  });

  it('name the file and the line', () => {
    const source = "// first line\nexport const a = 1;\nimport 'node:fs';";
    const { violations } = checkBoundaries(house({ ...soundHouse, 'shared/new.ts': source }));
    expect(violations).toMatchObject([
      { rule: 'shared-imports-zod-only', file: 'shared/new.ts', line: 3, to: 'node:fs' },
    ]);
  });

  it('allow a type of a package that is not shipped, because types are gone at run time', () => {
    const source = "import type { Page } from 'vitest';\nexport type P = Page;";
    expect(checkBoundaries(house({ ...soundHouse, 'main/new.ts': source })).violations).toEqual([]);
  });

  it('say which file cannot be read as TypeScript', () => {
    const root = house({ ...soundHouse, 'main/broken.ts': 'export const = ;' });
    expect(() => checkBoundaries(root)).toThrow('main/broken.ts');
  });
});
