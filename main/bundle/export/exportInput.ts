import type { CheckReport } from '../../../shared/calls/finding.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Application } from '../../../shared/entities/application.ts';

export type ExportStage = 'files' | 'typeset' | 'bind' | 'word' | 'proof' | 'sheet';
export interface ExportProgress {
  readonly stage: ExportStage;
  /** What is at work, for people. */
  readonly message: string;
}

export interface ExportInput {
  readonly call: Call;
  readonly application: Application;
  readonly report: CheckReport;
  /** Why it can only be 草稿 besides its checks, known to the caller; empty when there is nothing. */
  readonly knownReasons: readonly string[];
  /** Path of the bytes of every attachment and picture, by SHA-256. */
  readonly files: ReadonlyMap<string, string>;
  /** Folder the package goes into, absolute; made when missing. */
  readonly folder: string;
  readonly fontsDir: string;
  readonly now: Date;
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}
