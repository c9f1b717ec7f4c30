import { defineConfig } from 'vitest/config';

// One project per folder under tests/. `npm run check` takes the quick ones, `npm test` takes them all.
const folders = ['unit', 'store', 'calls', 'intake', 'bundle', 'cli'] as const;

// PDF engines, Typst and LibreOffice work on real files here: a minute is patience, not a hang.
const patient: ReadonlySet<string> = new Set(['intake', 'bundle', 'cli']);

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
        // The real window, driven by Playwright: one at a time, on a display of its own if need be.
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
