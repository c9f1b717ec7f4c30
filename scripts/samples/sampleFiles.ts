import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Answers } from '../../shared/entities/answers.ts';
import type { RichDocument } from '../../shared/entities/richText.ts';
import { parsePlanText } from './parsePlanText.ts';

/** A sample as it is handed over: answers, files by their path below the attachments folder, what was planted. */
export interface Sample {
  readonly name: string;
  readonly answers: unknown;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Mistakes whose findings a check must report, no more and no fewer; only the sample with planted mistakes has them. */
  readonly planted?: readonly Planted[];
}

/** One mistake put in on purpose, and every finding that must tell of it. */
export interface Planted {
  /** What was done, in Chinese. */
  readonly why: string;
  readonly findings: readonly {
    /** Key of the finding; of a finding about a file without the `#id` the draft gives it. */
    readonly key: string;
    readonly outcome: 'unmet' | 'unknown';
    /** Where it leads; `attachments` alone for a file. */
    readonly at: string;
    /** The file it is about, by its path below the attachments folder. */
    readonly file?: string;
  }[];
}

/** Sections of the plan written as NAME.txt beside a sample's script, by outline id. */
export function planTexts(folder: string): Record<string, RichDocument> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [
        path.basename(file, '.txt'),
        parsePlanText(readFileSync(path.join(folder, file), 'utf8')),
      ]),
  );
}

/** Writes a sample anew: what stood in its folder is replaced, so that nothing stale is left. */
export function writeSample(root: string, sample: Sample): { files: number; bytes: number } {
  const folder = path.join(root, sample.name);
  const answers = Answers.safeParse(sample.answers);
  if (!answers.success) throw new Error(`${sample.name}: ${answers.error.message}`);
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  const write = (file: string, content: string | Uint8Array) => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    bytes += content.length;
  };
  write('answers.json', `${JSON.stringify(sample.answers, null, 1)}\n`);
  for (const [file, content] of sample.files) write(path.join('attachments', file), content);
  if (sample.planted !== undefined) write('planted.json', `${JSON.stringify(sample.planted, null, 2)}\n`);
  return { files: sample.files.size, bytes };
}
