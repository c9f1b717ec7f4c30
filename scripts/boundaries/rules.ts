/**
 * Who may import whom: docs/decisions/boundaries.md. A boundary that no rule here checks will be broken.
 *
 * Paths are relative to the project folder with forward slashes; a target outside the project is written
 * `npm:NAME`, `node:NAME`, `missing:TEXT` (a relative import of nothing) or `computed:` (not a literal).
 */
export type Rule = {
  readonly id: string;
  readonly why: string;
  /** Files the rule speaks about. */
  readonly from: RegExp;
  /** Files that are excepted. */
  readonly except?: RegExp;
  /** Targets refused. */
  readonly to: RegExp;
  /** Targets allowed all the same. */
  readonly allow?: RegExp;
  /** When given, only these imported names are refused (and `*`, which would hide them). */
  readonly names?: readonly string[];
};

const product = /^(main|renderer|shared)\//;
const rooms = /^main\/(store|intake|bundle|calls|process)\//;
const entrances = /^main\/(ipc\/|cli\/|cli\.ts|index\.ts|window\.ts|menu\.ts|preload\.ts)/;
const sql = /^(npm:(better-sqlite3|drizzle-[a-z-]+|sqlite3)|node:sqlite)$/;

export const rules: readonly Rule[] = [
  {
    id: 'shared-imports-zod-only',
    why: 'shared is pure: it runs in the window, in main and in tests alike',
    from: /^shared\//,
    to: /./,
    allow: /^(shared\/|npm:zod$)/,
  },
  {
    id: 'renderer-never-imports-main',
    why: 'all power lives in main; the window asks through the contract',
    from: /^renderer\//,
    to: /^main\//,
  },
  {
    id: 'renderer-has-no-node',
    why: 'the window is sandboxed: there is no Node in it',
    from: /^renderer\//,
    to: /^node:/,
  },
  {
    id: 'renderer-has-no-electron',
    why: 'the window reaches Electron only through the preload',
    from: /^renderer\//,
    to: /^npm:electron/,
  },
  { id: 'main-never-imports-renderer', why: 'main serves any window', from: /^main\//, to: /^renderer\// },
  {
    id: 'rooms-never-import-entrances',
    why: 'ipc and cli call the rooms, never backwards',
    from: rooms,
    to: entrances,
  },
  {
    id: 'tasks-never-import-entrances',
    why: 'a task is what ipc and cli share; it knows neither',
    from: /^main\/tasks\//,
    to: entrances,
  },
  {
    id: 'session-never-imports-entrances',
    why: 'ipc asks the session, never backwards; the command line has none',
    from: /^main\/session\//,
    to: entrances,
  },
  {
    id: 'rooms-never-import-tasks',
    why: 'tasks put the rooms together, never backwards',
    from: rooms,
    to: /^main\/tasks\//,
  },
  {
    id: 'store-stands-alone',
    why: 'the rooms meet through plain data in tasks',
    from: /^main\/store\//,
    to: /^main\/(intake|bundle)\//,
  },
  {
    id: 'intake-stands-alone',
    why: 'the rooms meet through plain data in tasks',
    from: /^main\/intake\//,
    to: /^main\/(store|bundle)\//,
  },
  {
    id: 'bundle-never-imports-store',
    why: 'the bundle is made from the block model, not from a database',
    from: /^main\/bundle\//,
    to: /^main\/store\//,
  },
  {
    id: 'ipc-and-cli-are-apart',
    why: 'the window and the command line are two entrances to the same rooms',
    from: /^main\/(ipc\/|preload\.ts)/,
    to: /^main\/(cli\/|cli\.ts)/,
  },
  {
    id: 'cli-has-no-window',
    why: 'the command line runs on Node alone, without a display',
    from: /^main\/(cli\/|cli\.ts|tasks\/)/,
    to: /^(npm:electron$|main\/(ipc\/|index\.ts|window\.ts|menu\.ts|preload\.ts))/,
  },
  {
    id: 'electron-stays-at-the-edge',
    why: 'the rooms run on plain Node too; only starting a child process differs',
    from: rooms,
    except: /^main\/process\/childTransport\.ts$/,
    to: /^npm:electron$/,
  },
  {
    id: 'sql-only-in-store',
    why: 'one place knows the tables',
    from: product,
    except: /^main\/store\//,
    to: sql,
  },
  {
    id: 'typst-and-docx-only-in-bundle',
    why: 'PDF and Word come from the same blocks in one room',
    from: product,
    except: /^main\/bundle\//,
    to: /^npm:(docx|@myriaddreamin\/.+)$/,
  },
  {
    id: 'pdf-only-in-bundle-and-intake',
    why: 'reading and making PDF has its rooms',
    from: product,
    except: /^(main\/(bundle|intake)|renderer\/preview)\//,
    to: /^npm:(pdf-lib|@cantoo\/pdf-lib|@embedpdf\/pdfium|pdfjs-dist|fontkit)$/,
  },
  {
    id: 'sharp-only-in-bundle-and-intake',
    why: 'pictures are opened in child processes; in the process with the window sharp can crash on Linux',
    from: product,
    except: /^main\/(bundle|intake)\//,
    to: /^npm:sharp$/,
  },
  {
    id: 'ipc-main-only-in-register',
    why: 'one place checks the sender and parses what came',
    from: product,
    except: /^main\/ipc\/register\.ts$/,
    to: /^npm:electron$/,
    names: ['ipcMain'],
  },
  {
    id: 'ipc-renderer-only-in-preload',
    why: 'the preload exposes the channels of the contract and nothing else',
    from: product,
    except: /^main\/preload\.ts$/,
    to: /^npm:electron$/,
    names: ['ipcRenderer', 'contextBridge'],
  },
  {
    id: 'preload-imports-contract-only',
    why: 'the preload is small enough to be read whole',
    from: /^main\/preload\.ts$/,
    to: /./,
    allow: /^(npm:electron$|shared\/contract\/)/,
  },
  {
    id: 'no-network',
    why: 'the product is offline; nothing in it opens a connection',
    from: product,
    to: /^(node:(http|https|http2|net|tls|dgram|dns)(\/.+)?|npm:(undici|axios|got|node-fetch|ws))$/,
  },
  {
    id: 'product-never-imports-tests',
    why: 'what is shipped stands without what is not',
    from: product,
    to: /^(tests|scripts)\//,
  },
  {
    id: 'imports-are-literal',
    why: 'an import that is computed cannot be checked',
    from: product,
    to: /^computed:/,
  },
  {
    id: 'imports-resolve',
    why: 'a relative import names a file, with its ending',
    from: /./,
    to: /^missing:/,
  },
];
