import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decompress } from 'wawoff2';
import type { Outcome } from './Outcome.ts';
import { projectRoot } from './projectRoot.ts';

/** A font the product prints with: made from a file of an npm package or of this repository. */
type Font = { readonly name: string; readonly from: readonly string[] };

const noto = (family: string, folder: string, weight: string): readonly string[] => [
  'node_modules',
  '@expo-google-fonts',
  folder,
  weight,
  `${family}_${weight}.ttf`,
];

const fonts: readonly Font[] = [
  { name: 'NotoSerifSC-Regular.ttf', from: noto('NotoSerifSC', 'noto-serif-sc', '400Regular') },
  { name: 'NotoSerifSC-Bold.ttf', from: noto('NotoSerifSC', 'noto-serif-sc', '700Bold') },
  { name: 'NotoSansSC-Regular.ttf', from: noto('NotoSansSC', 'noto-sans-sc', '400Regular') },
  { name: 'NotoSansSC-Bold.ttf', from: noto('NotoSansSC', 'noto-sans-sc', '700Bold') },
  {
    // The file calls itself "latin", but it holds the whole font.
    name: 'LXGWWenKai-Regular.ttf',
    from: ['node_modules', '@fontsource', 'lxgw-wenkai', 'files', 'lxgw-wenkai-latin-500-normal.woff2'],
  },
  { name: 'FandolFang-Regular.otf', from: ['assets', 'fonts', 'fandol', 'FandolFang-Regular.woff2'] },
];

const folder = path.join(projectRoot, 'assets', 'fonts');
const recordFile = path.join(folder, 'made.json');

/** Size and time of each source as it was when the font was made: a newer package makes it again. */
type Made = { readonly [name: string]: string };

/** Makes assets/fonts/*.ttf and *.otf where they are missing or older than their source. */
export async function ensureFonts(): Promise<Outcome> {
  const made: { [name: string]: string } = { ...(await readRecord()) };
  let count = 0;
  for (const font of fonts) {
    const source = path.join(projectRoot, ...font.from);
    const mark = await fingerprint(source);
    if (mark === null) return missingSource(source);
    const target = path.join(folder, font.name);
    if (made[font.name] === mark && (await looksLikeFont(target))) continue;
    await make(source, target);
    if (!(await looksLikeFont(target))) return missingSource(source);
    made[font.name] = mark;
    count += 1;
  }
  if (count > 0) await writeFile(recordFile, `${JSON.stringify(made, null, 2)}\n`);
  return { ok: true, note: count > 0 ? `${count} fonts made` : 'fonts ok' };
}

function missingSource(source: string): Outcome {
  return {
    ok: false,
    what: `a font cannot be made: ${path.relative(projectRoot, source)} is missing or damaged`,
    next: 'npm ci, and git status to see whether a file under assets/fonts is gone',
    zh: '字体文件缺失或损坏，请运行 npm ci，并用 git status 检查 assets/fonts。',
  };
}

async function make(source: string, target: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const partial = `${target}.${process.pid}.partial`;
  try {
    if (source.endsWith('.woff2')) await writeFile(partial, await decompress(await readFile(source)));
    else await copyFile(source, partial, constants.COPYFILE_FICLONE);
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}

/** The four bytes every TrueType or OpenType file starts with. */
async function looksLikeFont(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const { buffer } = await handle.read({ buffer: Buffer.alloc(4), position: 0 });
      return ['00010000', '4f54544f'].includes(buffer.toString('hex'));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

async function fingerprint(file: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(file);
    return `${size} ${Math.round(mtimeMs)}`;
  } catch {
    return null;
  }
}

async function readRecord(): Promise<Made> {
  try {
    const record: unknown = JSON.parse(await readFile(recordFile, 'utf8'));
    return typeof record === 'object' && record !== null ? (record as Made) : {};
  } catch {
    return {};
  }
}
