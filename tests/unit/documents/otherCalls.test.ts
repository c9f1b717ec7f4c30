import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Call } from '../../../shared/calls/schema/call.ts';
import { compose } from '../../../shared/documents/compose.ts';
import { Application } from '../../../shared/entities/application.ts';
import { attachment, invoice, tables } from './documentFixture.ts';

const draft = { draft: true } as const;
const final = { draft: false } as const;

describe('calls other than the first', () => {
  const folder = new URL('../../fixtures/calls/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it.each(files)('%s composes empty and with attachments of every kind', (name) => {
    const other = Call.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    const base = { call: { id: other.id, revision: other.revision } };
    const empty = compose(other, Application.parse(base), draft);
    expect(empty.sections.map(({ id }) => id)).toEqual(other.parts.map(({ kind }) => kind));
    const full = compose(
      other,
      Application.parse({
        ...base,
        answers: { [other.roles.projectName]: '另一示例', [other.roles.applicantName]: '另一单位' },
        attachments: other.attachments.map(({ id }) => attachment(`file-${id}`, id)),
        invoices: [invoice(1)],
      }),
      final,
    );
    expect(full.title).toContain('另一示例');
    expect(full.author).toBe('另一单位');
    expect(full.dividers.map(({ kind }) => kind)).toEqual(
      other.attachments.filter(({ bound }) => bound).map(({ id }) => id),
    );
    expect(tables(full.sections.flatMap(({ blocks }) => blocks)).length).toBeGreaterThan(0);
    // Nothing of the first call shows through.
    expect(JSON.stringify(full)).not.toMatch(/渝经信|重庆|工业互联网试点示范/);
  });
});
