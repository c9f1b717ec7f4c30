import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../renderer/steps/invoices/review/reviewSteps.ts';
import { rowEvidence } from '../../../shared/evidence/rowEvidence.ts';
import { draftOf, file, takeIn, tells } from '../../unit/evidence/draftOf.ts';
import { say } from '../../unit/evidence/say.ts';

const { draft } = takeIn(
  draftOf([file('all.pdf')]),
  tells(
    'all.pdf',
    say('qr', { number: '24502000000012345001', totalFen: 100 }),
    say('qr', { number: '24502000000012345002', totalFen: 200 }),
  ),
);

describe('a row whose file has several invoices', () => {
  it('shows only what was read of itself, in the whole table and picked out of it', () => {
    const [first] = draft.invoices;
    if (first === undefined) throw new Error('no row');
    const step = { key: '', of: 'row', id: first.id } as const;
    for (const invoices of [draft.invoices, [first]]) {
      const readings = sceneOf({ ...draft, invoices: [...invoices] }, step)?.readings ?? [];
      expect(readings).toHaveLength(1);
      expect(rowEvidence(first, readings).flatMap(({ contradicting }) => contradicting)).toEqual([]);
    }
  });
});
