import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Word {
  readonly text: string;
  /** Points from the top left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

async function withFile<T>(pdf: Uint8Array, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'chengce-测试 '));
  try {
    const file = path.join(folder, '成册.pdf');
    await writeFile(file, pdf);
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function output(command: string, args: readonly string[]): Promise<string> {
  return (await run(command, [...args], { maxBuffer: 256 * 1024 * 1024 })).stdout;
}

/** Text of each page as another program reads it. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const text = await withFile(pdf, (file) => output('pdftotext', ['-layout', file, '-']));
  return text.split('\f').slice(0, -1);
}

/** Text without any spaces: line ends and columns fall where they may. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
]);

/** The words of each page and where they stand. */
export async function pageWords(pdf: Uint8Array): Promise<Word[][]> {
  const html = await withFile(pdf, (file) => output('pdftotext', ['-bbox', file, '-']));
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, text]) => ({
        text: (text ?? '').replace(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? entity),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    );
}

export interface FontLine {
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly unicode: boolean;
}

export async function pdfFonts(pdf: Uint8Array): Promise<FontLine[]> {
  const table = await withFile(pdf, (file) => output('pdffonts', [file]));
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => {
      const flags = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(line);
      return {
        name: line.split(/\s/)[0] ?? '',
        embedded: flags?.[1] === 'yes',
        subset: flags?.[2] === 'yes',
        unicode: flags?.[3] === 'yes',
      };
    });
}

/** What pdfinfo tells, by its names. */
export async function pdfInfo(pdf: Uint8Array): Promise<Map<string, string>> {
  const text = await withFile(pdf, (file) => output('pdfinfo', [file]));
  return new Map(
    text.split('\n').flatMap((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1).trim()] as const];
    }),
  );
}
