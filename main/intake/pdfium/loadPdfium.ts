import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The part of the WASM runtime that is used here (the package's own types lack it). */
type Runtime = {
  readonly HEAPU8: Uint8Array;
  addFunction(call: (...args: number[]) => number, signature: string): number;
  removeFunction(pointer: number): void;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void } & Readonly<
    Record<string, (...args: number[]) => number>
  >;
};

/** PDFium with direct access to its memory. One per process: load it in killable children only. */
export type Pdfium = {
  readonly api: WrappedPdfiumModule;
  /** The memory now; it moves when it grows, so never keep it across a call. */
  readonly heap: () => Uint8Array;
  readonly view: () => DataView;
  readonly addFunction: Runtime['addFunction'];
  readonly removeFunction: Runtime['removeFunction'];
  /**
   * A function of PDFium as the WASM exports it, numbers in and a number out (a boolean is 0 or 1): for calls made for
   * every character of a page, where the wrapper's own work would take longer than PDFium's.
   */
  readonly direct: (name: keyof WrappedPdfiumModule & string) => (...args: number[]) => number;
  /** Runs with `bytes` of scratch memory and frees it. */
  readonly withMemory: <T>(bytes: number, use: (pointer: number) => T) => T;
};

let loaded: Promise<Pdfium> | undefined;

/** Loads PDFium once per process (about 40 ms). */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfium> {
  const wasmPath = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wasm = readFileSync(wasmPath);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  // The runtime tells PDFium the path of the running program unless it is given a name, and aborts when
  // that path is not ASCII: a folder with a Chinese name would make every PDF unreadable.
  const options: object = {
    wasmBinary,
    thisProgram: 'chengce',
    print: () => undefined,
    printErr: () => undefined,
  };
  const api = await init(options);
  api.PDFiumExt_Init();
  const runtime = api.pdfium as unknown as Runtime;
  return {
    api,
    heap: () => runtime.HEAPU8,
    view: () => new DataView(runtime.HEAPU8.buffer),
    addFunction: (call, signature) => runtime.addFunction(call, signature),
    removeFunction: (pointer) => runtime.removeFunction(pointer),
    direct: (name) => {
      const call = runtime.wasmExports[name];
      if (call === undefined) throw new Error(`PDFium has no ${name}`);
      return call;
    },
    withMemory: (bytes, use) => {
      const pointer = runtime.wasmExports.malloc(bytes);
      if (pointer === 0) throw new Error(`PDFium: no memory for ${bytes} bytes`);
      try {
        return use(pointer);
      } finally {
        runtime.wasmExports.free(pointer);
      }
    },
  };
}
