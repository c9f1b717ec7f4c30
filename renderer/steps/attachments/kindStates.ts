import type { Finding } from '../../../shared/calls/finding.ts';
import { isOpen } from '../../../shared/calls/isOpen.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import { boundPages } from '../../../shared/documents/attachmentGroups.ts';
import type { Application } from '../../../shared/entities/application.ts';
import type { Attachment } from '../../../shared/entities/attachment.ts';

/**
 * How one line of the call's checklist stands; said by the checks, so that board, hub and findings agree.
 * - `missing` 缺: demanded (or advised) here, and no file
 * - `partly` 未齐: files are there, and rows (invoices) have none yet
 * - `trouble` 有问题: a file cannot be bound, or a copy belongs to no row
 * - `complete` 已齐
 * - `given` 已附: welcome, and there
 * - `empty`: welcome, and not there
 */
export type KindStatus = 'missing' | 'partly' | 'trouble' | 'complete' | 'given' | 'empty';

export type KindState = {
  /** Kind id; also one the call does not know, when a file has it. */
  readonly id: string;
  readonly label: string;
  readonly clause: { readonly ref: string; readonly text: string } | null;
  readonly need: 'required' | 'advised' | 'optional';
  readonly status: KindStatus;
  /** A file has an error; `trouble` without one is of warnings only. */
  readonly grave: boolean;
  /** Put into the bundle; pictures for the plan are only kept. */
  readonly bound: boolean;
  /** More than one file makes sense. */
  readonly multiple: boolean;
  readonly rowsOf: 'invoices' | null;
  /** In the order they are bound. */
  readonly files: readonly Attachment[];
  /** Pages that will be bound. */
  readonly pages: number;
  /** Labels of the seals each of them bears. */
  readonly seals: readonly string[];
  /** Of a kind with `rowsOf`: rows, and rows that name no file. */
  readonly rows: { readonly total: number; readonly lacking: number } | null;
};

/** Every kind of the call in its order, kinds it does not know last. Linear. */
export function kindStates(
  call: Call,
  application: Application,
  findings: readonly Finding[],
): readonly KindState[] {
  const files = Map.groupBy(
    application.attachments.toSorted((a, b) => a.order - b.order),
    ({ kind }) => kind,
  );
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  const troubled = troubledFiles(findings);
  const ids = new Set(application.attachments.map(({ id }) => id));
  const lacking = application.invoices.filter(({ copies }) => !copies.some((id) => ids.has(id))).length;
  const clauses = new Map(call.clauses.map(({ id, ref, text }) => [id, { ref, text }]));
  const known = call.attachments.map((kind): KindState => {
    const own = files.get(kind.id) ?? [];
    // The checks tell whether it is demanded here; before they have run, the call itself may.
    const finding = byKey.get(`${kind.requirement}/${kind.id}`);
    const demanded = finding !== undefined || kind.required === true;
    const rows = kind.rowsOf === 'invoices' ? { total: application.invoices.length, lacking } : null;
    return {
      id: kind.id,
      label: kind.label,
      clause: clauses.get(kind.clause) ?? null,
      need: demanded ? (kind.severity === 'error' ? 'required' : 'advised') : 'optional',
      status: statusOf(own, demanded, rows?.lacking ?? 0, troubled),
      grave: isGrave(own, troubled),
      bound: kind.bound,
      multiple: kind.multiple,
      rowsOf: kind.rowsOf ?? null,
      files: own,
      pages: pagesOf(own),
      seals: kind.seals.map((id) => call.seals.find((seal) => seal.id === id)?.label ?? id),
      rows,
    };
  });
  const names = new Set(call.attachments.map(({ id }) => id));
  const unknown = [...files].filter(([kind]) => !names.has(kind));
  return [...known, ...unknown.map(([kind, own]) => unknownKind(kind, own, troubled))];
}

function statusOf(
  files: readonly Attachment[],
  demanded: boolean,
  lacking: number,
  troubled: Troubled,
): KindStatus {
  if (files.length === 0) return demanded ? 'missing' : 'empty';
  if (files.some(({ id }) => troubled.has(id))) return 'trouble';
  if (demanded && lacking > 0) return 'partly';
  return demanded ? 'complete' : 'given';
}

function unknownKind(id: string, files: readonly Attachment[], troubled: Troubled): KindState {
  return {
    id,
    label: `未归类（${id}）`,
    clause: null,
    need: 'optional',
    status: statusOf(files, false, 0, troubled),
    grave: isGrave(files, troubled),
    bound: true,
    multiple: true,
    rowsOf: null,
    files,
    pages: pagesOf(files),
    seals: [],
    rows: null,
  };
}

/** Files an open error or warning speaks of, by id: whether one of them is an error. */
type Troubled = ReadonlyMap<string, boolean>;

function troubledFiles(findings: readonly Finding[]): Troubled {
  const troubled = new Map<string, boolean>();
  for (const finding of findings) {
    const id = fileOf(finding.at);
    if (id === null || finding.severity === 'hint' || !isOpen(finding)) continue;
    troubled.set(id, troubled.get(id) === true || finding.severity === 'error');
  }
  return troubled;
}

function isGrave(files: readonly Attachment[], troubled: Troubled): boolean {
  return files.some(({ id }) => troubled.get(id) === true);
}

/** Id of the file a place names: `attachments[license-1].dpi` is license-1's; null for other places. */
export function fileOf(at: string): string | null {
  return /^attachments\[([^\]]+)\]/.exec(at)?.[1] ?? null;
}

function pagesOf(files: readonly Attachment[]): number {
  return files.reduce((sum, file) => sum + (boundPages(file) ?? 0), 0);
}
