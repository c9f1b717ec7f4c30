import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appFolder } from '../../scripts/setup/appFolder.ts';
import { projectRoot } from '../../scripts/setup/projectRoot.ts';

const starts = globSync('main/**/*.ts', { cwd: projectRoot }).flatMap((file) => {
  const source = readFileSync(path.join(projectRoot, file), 'utf8');
  return [...source.matchAll(/resolveEntry\(import\.meta\.url, '([^']+)'\)/g)].map(([, name = '']) => ({
    file,
    name,
  }));
});

describe('the build', () => {
  it('has child processes to look for', () => {
    expect(starts.length).toBeGreaterThan(0);
  });

  it.each(starts)('holds the entry $name of the child process that $file starts', ({ file, name }) => {
    const entry = `${path.join('out', path.dirname(file), name)}.js`;
    expect(existsSync(path.join(appFolder, entry)), entry).toBe(true);
  });

  it('carries no library in the preload', () => {
    const preload = readFileSync(path.join(appFolder, 'out', 'preload', 'preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(preload.length).toBeLessThan(2_000);
  });

  it('has no inline script in the page', () => {
    const html = readFileSync(path.join(appFolder, 'out', 'renderer', 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });
});
