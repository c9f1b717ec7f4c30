import { readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { lacksDisplay } from './scripts/setup/virtualDisplay.ts';

// One project per folder under tests/, so that no folder is forgotten. `npm run check` takes the quick ones,
// `npm test` takes them all. Fixtures hold no tests, benchmarks are run by `npm run bench`, e2e stands below.
const apart: ReadonlySet<string> = new Set(['fixtures', 'bench', 'e2e']);
const folders = readdirSync(path.join(import.meta.dirname, 'tests'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !apart.has(entry.name))
  .map((entry) => entry.name);

// PDF engines, Typst and LibreOffice work on real files here: a minute is patience, not a hang.
const patient: ReadonlySet<string> = new Set(['intake', 'bundle', 'cli', 'process', 'store']);

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    projects: [
      ...folders.map((name) => ({
        test: {
          name,
          include: [`tests/${name}/**/*.test.{ts,tsx}`],
          testTimeout: patient.has(name) ? 60_000 : 10_000,
          hookTimeout: 60_000,
        },
      })),
      {
        // The real window, driven by Playwright: one at a time on a display that is there, else one a worker, each on a
        // display of its own.
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          fileParallelism: lacksDisplay(),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What the window does takes as long as the machine needs: a poll is patient, not a stopwatch.
          expect: { poll: { timeout: 30_000, interval: 50 } },
        },
      },
    ],
  },
});
