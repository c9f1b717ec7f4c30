import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type LockEntry, missingFromLock } from '../../../scripts/setup/completeLock.ts';
import { whyStale } from '../../../scripts/setup/dependencies.mjs';
import { projectRoot } from '../../../scripts/setup/projectRoot.ts';

type Packages = { readonly [place: string]: LockEntry };
const folders: string[] = [];

function project(wanted: Packages, installed: Packages | string | null): string {
  const root = mkdtempSync(path.join(os.tmpdir(), '依赖 lock-'));
  folders.push(root);
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (installed === null) return root;
  mkdirSync(path.join(root, 'node_modules'));
  const text = typeof installed === 'string' ? installed : JSON.stringify({ packages: installed });
  writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), text);
  return root;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const wanted: Packages = {
  '': {},
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/@scope/tool': { version: '1.2.3' },
  'node_modules/@scope/tool-win32-x64': { version: '1.2.3', optional: true },
};

describe('whether the dependencies are to be installed', () => {
  it('says so for a fresh clone', () => {
    expect(whyStale(project(wanted, null))).toBe('node_modules is missing');
  });

  it('is satisfied by what npm says it installed, without the builds of other systems', () => {
    const { 'node_modules/@scope/tool-win32-x64': _, '': __, ...installed } = wanted;
    expect(whyStale(project(wanted, installed))).toBeNull();
  });

  it('names the package that has another version', () => {
    const installed = { ...wanted, 'node_modules/@scope/tool': { version: '1.2.2' } };
    expect(whyStale(project(wanted, installed))).toBe('@scope/tool is not 1.2.3');
  });

  it('names the package that is not there', () => {
    expect(whyStale(project(wanted, { 'node_modules/zod': { version: '4.0.0' } }))).toBe(
      '@scope/tool is not 1.2.3',
    );
  });

  it("says so when npm's record cannot be read", () => {
    expect(whyStale(project(wanted, '{ "packages": '))).toBe('node_modules is damaged');
  });
});

describe('the lock file', () => {
  const packages = (
    JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as { packages: Packages }
  ).packages;

  it('names the builds of every system, or a fresh clone cannot be installed (mend: npm run lock)', () => {
    expect(Object.keys(missingFromLock(packages))).toEqual([]);
  });

  it('would be completed with version and systems of what is missing', () => {
    const missing = missingFromLock({
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: {
          '@tool/linux-x64-musl': '2.0.0',
          '@tool/win32-arm64': '2.0.0',
          ranged: '^1.0.0',
        },
      },
      'node_modules/@tool/win32-arm64': { version: '1.0.0' },
    });
    expect(missing).toEqual({
      'node_modules/@tool/linux-x64-musl': {
        version: '2.0.0',
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
      'node_modules/tool/node_modules/@tool/win32-arm64': {
        version: '2.0.0',
        os: ['win32'],
        cpu: ['arm64'],
        dev: true,
        optional: true,
      },
    });
  });
});

describe('package.json', () => {
  it('pins every dependency to one version', () => {
    const description = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      dependencies: { [name: string]: string };
      devDependencies: { [name: string]: string };
    };
    const all = { ...description.dependencies, ...description.devDependencies };
    const loose = Object.entries(all).filter(
      ([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
