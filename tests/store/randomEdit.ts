import { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { Attachment } from '../../shared/entities/attachment.ts';

/** A number below `limit`, 0 or more, from a random source of 0 to 1. */
type Below = (limit: number) => number;

const LISTS = [
  'ownIndicators',
  'consortium',
  'budget',
  'invoices',
  'attachments',
  'readings',
  'ledger',
] as const;
type List = (typeof LISTS)[number];

/**
 * A random edit of any kind that fits the application: of rows that are there, of new ones, of some that
 * are not. `file` is an attachment whose bytes the draft holds: new ones are like it.
 */
export function randomEdit(application: Application, file: Attachment, random: () => number): Edit {
  const below: Below = (limit) => Math.floor(random() * limit);
  const key = `key-${below(6)}`;
  switch (below(10)) {
    case 0:
      return { kind: 'answer', field: key, value: pick(below, ['词', '', 0, 12.5, true, false, null]) };
    case 1:
      return Edit.parse({
        kind: 'direction',
        value: { id: key, formIds: [key], contents: { [key]: below(2) === 0 } },
      });
    case 2:
      return { kind: 'target', target: key, value: pick(below, [0, 95.5, true, null]) };
    case 3:
      return Edit.parse({
        kind: 'plan',
        item: key,
        value: below(3) === 0 ? null : page(`第 ${below(1000)} 稿`),
      });
    case 4:
      return Edit.parse({
        kind: 'settings',
        value: { paperGsm: 60 + below(100), duplex: below(2) === 0, spineText: key },
      });
    case 5:
      return { kind: 'setAside', finding: key, reason: below(3) === 0 ? null : `理由 ${below(1000)}` };
    case 6:
      return ledgerRows(application, below);
    case 7:
      return { kind: 'statement', field: key, value: pick(below, [0, -120_00, 48_632_500_000, null]) };
    default:
      return listEdit(pick(below, LISTS), application, file, below);
  }
}

function listEdit(list: List, application: Application, file: Attachment, below: Below): Edit {
  const ids = application[list].map(({ id }) => id);
  return Edit.parse({ kind: 'rows', list, ...change(ids, below, (id) => row(list, id, file, below)) });
}

function ledgerRows(application: Application, below: Below): Edit {
  const project = application.ledger[below(application.ledger.length + 1)];
  const ids = project?.rows.map(({ id }) => id) ?? [];
  const changed = change(ids, below, (id) => ledgerRow(id, below));
  return Edit.parse({ kind: 'ledgerRows', project: project?.id ?? 'gone', ...changed });
}

/** Each id is saved, removed or left; new ones are added; sometimes an order of all, or of some, is given. */
function change(ids: readonly string[], below: Below, make: (id: string) => unknown) {
  const fresh = Array.from({ length: below(3) }, () => `new-${below(1_000_000)}`);
  const lot = new Map(ids.map((id) => [id, below(5)]));
  const save = [...ids.filter((id) => lot.get(id) === 0), ...new Set(fresh)];
  const remove = [
    ...ids.filter((id) => lot.get(id) === 1 && below(2) === 0),
    ...(below(4) === 0 ? ['gone'] : []),
  ];
  const after = [...ids, ...fresh].filter((id) => !remove.includes(id));
  const order = shuffled([...new Set(after)], below).slice(0, below(3) === 0 ? 2 : after.length);
  return { save: save.map(make), remove, ...(below(3) === 0 ? { order } : {}) };
}

function row(list: List, id: string, file: Attachment, below: Below): unknown {
  const text = `文字 ${below(1000)}`;
  switch (list) {
    case 'ownIndicators':
      return { id, name: text };
    case 'consortium':
      return { id, name: text, lead: below(2) === 0, roles: [text] };
    case 'budget':
      return { id, item: text, amountFen: below(2) === 0 ? null : below(1e9) };
    case 'invoices':
      return { id, number: String(below(1e8)), lines: [{ item: text }], copies: [text] };
    case 'attachments':
      return { ...file, id, title: text, rotate: 90, omitPages: [1] };
    case 'readings':
      return {
        id,
        attachment: text,
        invoice: below(2) === 0 ? null : text,
        confirmed: below(2) === 0,
        fields: [{ field: 'totalFen', value: below(1e7), source: 'qr', confidence: 'certain' }],
      };
    case 'ledger':
      return {
        id,
        name: text,
        rows: Array.from({ length: below(4) }, (_, index) => ledgerRow(`${id}-${index}`, below)),
      };
  }
}

const ledgerRow = (id: string, below: Below) => ({
  id,
  summary: `摘要 ${below(1000)}`,
  voucherFen: below(1e7),
  details: { personnel: below(1e6) },
});

const page = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});

function pick<T>(below: Below, values: readonly T[]): T {
  return values[below(values.length)] as T;
}

function shuffled<T>(values: readonly T[], below: Below): readonly T[] {
  const left = [...values];
  return values.map(() => left.splice(below(left.length), 1)[0] as T);
}
