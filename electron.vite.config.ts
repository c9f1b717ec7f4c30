import { globSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Not from scripts/setup/appFolder.ts: bundled into this file, it would take the folder of the config for its own.
const out = path.resolve(process.env.CHENGCE_APP_FOLDER ?? import.meta.dirname, 'out');

// out/ mirrors the source: out/main/store/openDraft.js comes from main/store/openDraft.ts. So a child
// process finds its entry beside the module that starts it, in source and in a build alike. Such an entry
// is imported by nobody; its name ends in Child.ts and so brings it into the build.
const entries = ['main/index.ts', ...globSync('main/**/*Child.ts')];

export default defineConfig({
  main: {
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        input: entries,
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: '.',
          entryFileNames: '[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: path.join(out, 'preload'),
      externalizeDeps: false,
      rollupOptions: {
        input: 'main/preload.ts',
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: path.join(out, 'renderer'),
      // An inlined asset would need data: in the content security policy.
      assetsInlineLimit: 0,
      // The window is there the sooner the less there is to read.
      minify: true,
      // Grid, editor, charts and PDF engine come when they are first shown.
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
      // The bundled fonts are served beside the pages (main/appScheme.ts), not copied into them.
      rollupOptions: { input: 'renderer/index.html', external: [/^\/fonts\//] },
    },
  },
});
