import type { Step } from './runSteps.ts';

const tsc = (title: string, project: string): Step => ({
  title,
  script: ['node_modules', 'typescript', 'bin', 'tsc'],
  args: ['-p', project],
});

/** Types, lint and boundaries. Each folder is also held to what it may know: shared no Node and no DOM, and so on. */
export const staticChecks: readonly Step[] = [
  tsc('types of everything', '.'),
  tsc('types of shared, without Node and DOM', 'shared'),
  tsc('types of renderer, without Node', 'renderer'),
  tsc('types of main, without DOM', 'main'),
  {
    title: 'lint and format',
    script: ['node_modules', '@biomejs', 'biome', 'bin', 'biome'],
    args: ['check', '--error-on-warnings', '--colors=off', '.'],
  },
  { title: 'import boundaries', script: ['scripts', 'tasks', 'boundaries.ts'], args: [] },
];

/** Vitest over the named projects (folders of tests/); over all of them when none is named. */
export function vitest(projects: readonly string[], args: readonly string[]): Step {
  return {
    title: 'tests',
    script: ['node_modules', 'vitest', 'vitest.mjs'],
    args: ['run', ...projects.flatMap((name) => ['--project', name]), ...args],
  };
}

/** electron-vite: main, preload and window into out/. */
export const buildStep: Step = {
  title: 'build',
  script: ['node_modules', 'electron-vite', 'bin', 'electron-vite.js'],
  args: ['build', '--logLevel', 'warn'],
};
