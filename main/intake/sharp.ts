// Electron on Linux has the system's GObject loaded and lets it answer for the one inside sharp's native build:
// nothing is freed any more (1.6 GB after 500 pictures). There sharp's WebAssembly build does the same work with the
// same result, half as fast. docs/decisions/pictures.md
if (process.platform === 'linux' && process.versions.electron !== undefined) refuseNativeSharp();

/** sharp as this process can use it. The only import of the package; for killable children only. */
export const { default: sharp } = await import('sharp');

/** sharp tries its native build first and, when that does not load, `@img/sharp-wasm32`. */
function refuseNativeSharp(): void {
  const load = process.dlopen;
  process.dlopen = (target: object, file: string, ...flags: [] | [number]): void => {
    if (/[\\/]sharp-linux[^\\/]*\.node$/.test(file))
      throw new Error('the native build does not fit Electron');
    load(target, file, ...flags);
  };
}
