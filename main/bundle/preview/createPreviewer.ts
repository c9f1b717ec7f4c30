import { totalmem } from 'node:os';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Preview } from '../../../shared/contract/Preview.ts';
import type { Reply } from '../../../shared/contract/Reply.ts';
import type { BundleDocument, PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import { compose } from '../../../shared/documents/compose.ts';
import { picturesOf } from '../../../shared/documents/picturesOf.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { type Child, openChild } from '../../process/openChild.ts';
import { type Outcome, processProblem } from '../../process/outcome.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import { loadPictures } from '../export/loadPictures.ts';
import { plannedGroups } from '../export/plannedGroups.ts';
import type { Numbered } from '../typeset/typesetNumbered.ts';
import { typesetOperation } from '../typeset/typesetOperation.ts';
import { planPreview } from './planPreview.ts';

export interface PreviewInput {
  readonly call: Call;
  readonly application: Application;
  /** Lends the bytes of pictures as files: paths by SHA-256, and what takes the files away again. */
  readonly lendFiles: (
    wanted: readonly string[],
  ) => Promise<{ readonly files: ReadonlyMap<string, string>; readonly giveBack: () => Promise<void> }>;
}

/** Makes previews one after another; the process that typesets is kept, and remembers the last one. */
export interface Previewer {
  /** Only the newest wish counts: one that still waits when another comes is answered with `superseded`. */
  readonly make: (input: PreviewInput) => Promise<Reply<Preview>>;
  /** Ends the process and forgets the pictures; a later `make` begins anew. */
  readonly close: () => void;
}

type Waiting = { readonly input: PreviewInput; readonly answer: (reply: Reply<Preview>) => void };

const TOTAL_MS = 5 * 60_000;
const MEMORY_BYTES = Math.max(2 * 1024 ** 3, totalmem() * 0.5);

const refusal = (code: string, message: string): Reply<Preview> => ({
  ok: false,
  problem: { code, message },
});
const SUPERSEDED = refusal('superseded', '内容又有改动，正在排新的预览。');
const CLOSED = refusal('closed', '草稿已关闭，预览没有排完。');

/** @param fontsDir folder of the font files of assets/fonts */
export function createPreviewer(fontsDir: string): Previewer {
  let child: Promise<Child> | null = null;
  /** Pictures the child holds. */
  let given = new Set<string>();
  const pictures = new Map<string, PictureAsset>();
  /** Why a picture cannot be shown, by SHA-256; not tried again while it is in the text. */
  const unreadable = new Map<string, string>();
  let waiting: Waiting | null = null;
  let busy = false;
  let ending = new AbortController();

  /** Null when the work was called off meanwhile: nothing is started for it. */
  const liveChild = async (signal: AbortSignal): Promise<Child | null> => {
    const present = await child;
    if (signal.aborted) return null;
    if (present?.isAlive() === true) return present;
    given = new Set();
    child = openChild({
      entry: resolveEntry(import.meta.url, '../typeset/typesetChild'),
      memoryBytes: MEMORY_BYTES,
    });
    return child;
  };

  const fetchPictures = async (
    wanted: readonly string[],
    input: PreviewInput,
    signal: AbortSignal,
  ): Promise<void> => {
    for (const kept of [pictures, unreadable])
      for (const known of kept.keys()) if (!wanted.includes(known)) kept.delete(known);
    const missing = wanted.filter((sha256) => !pictures.has(sha256) && !unreadable.has(sha256));
    if (missing.length === 0) return;
    const { files, giveBack } = await input.lendFiles(missing);
    try {
      const loaded = await loadPictures(missing, files, signal);
      if (signal.aborted) return;
      for (const [sha256, asset] of loaded.assets) pictures.set(sha256, asset);
      for (const [sha256, why] of loaded.problems) unreadable.set(sha256, why);
    } finally {
      await giveBack();
    }
  };

  const typeset = async (
    document: BundleDocument,
    input: PreviewInput,
    signal: AbortSignal,
  ): Promise<Outcome<Numbered>> => {
    const worker = await liveChild(signal);
    if (worker === null) return { ok: false, problem: processProblem('process-cancelled', 'closed') };
    const outcome = await worker.call(
      typesetOperation,
      {
        document,
        groups: plannedGroups(input.call, input.application),
        pictures: [...pictures.values()].filter(({ sha256 }) => !given.has(sha256)),
        shown: [...pictures.keys()],
        fontsDir,
        date: null,
        tagged: false,
      },
      { idleMs: TOTAL_MS, totalMs: TOTAL_MS, signal },
    );
    if (outcome.ok) given = new Set(pictures.keys());
    return outcome;
  };

  const once = async (input: PreviewInput): Promise<Reply<Preview>> => {
    const start = performance.now();
    // Closing while it works ends this one, not the next.
    const { signal } = ending;
    const { call, application } = input;
    // It starts while the document is composed and pictures are read.
    void liveChild(signal);
    const document = compose(call, application, { draft: true });
    await fetchPictures(picturesOf(document), input, signal);
    if (signal.aborted) return CLOSED;
    let outcome = await typeset(document, input, signal);
    // A process that was ended from outside is not the document's fault: once more, in a new one.
    if (!outcome.ok && outcome.problem.code === 'process-crashed' && !signal.aborted)
      outcome = await typeset(document, input, signal);
    if (signal.aborted) return CLOSED;
    if (!outcome.ok) return told(outcome.problem.code, outcome.problem.detail);
    const { warnings } = outcome.value.typeset;
    return {
      ok: true,
      value: {
        ...planPreview(document, application, outcome.value),
        warnings: [...unreadable.values(), ...warnings],
        milliseconds: performance.now() - start,
      },
    };
  };

  const work = async (): Promise<void> => {
    busy = true;
    try {
      while (waiting !== null) {
        const { input, answer }: Waiting = waiting;
        waiting = null;
        answer(
          await once(input).catch((error: unknown) =>
            told('process-failed', error instanceof Error ? (error.stack ?? error.message) : String(error)),
          ),
        );
      }
    } finally {
      busy = false;
    }
  };

  return {
    make: (input) =>
      new Promise((answer) => {
        waiting?.answer(SUPERSEDED);
        waiting = { input, answer };
        if (!busy) void work();
      }),
    close: () => {
      ending.abort();
      ending = new AbortController();
      waiting?.answer(CLOSED);
      waiting = null;
      child?.then(({ close }) => close()).catch(() => undefined);
      child = null;
      given = new Set();
      pictures.clear();
      unreadable.clear();
    },
  };
}

function told(code: string, detail: string): Reply<Preview> {
  if (code === 'process-cancelled') return CLOSED;
  // For whoever looks into it; the words of the document are not in it.
  console.error('preview', code, detail);
  return refusal(
    code,
    `${WHY[code] ?? '预览没有排出来'}。填写的内容都在，不受影响；改动内容后会再排，也可以点“重新排版”。`,
  );
}

const WHY: Readonly<Record<string, string>> = {
  'process-timeout': '排版用时过长，已停止',
  'process-memory': '排版需要的内存超过了这台电脑能给的，已停止',
  'process-crashed': '排版程序意外退出',
};
