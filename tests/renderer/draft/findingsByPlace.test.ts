import { describe, expect, it } from 'vitest';
import { findingsByPlace } from '../../../renderer/draft/findingsByPlace.ts';
import type { Finding } from '../../../shared/calls/finding.ts';
import { isAtOrBelow } from '../../../shared/calls/isAtOrBelow.ts';
import { isOpen } from '../../../shared/calls/isOpen.ts';

const finding = (key: string, at: string, change: Partial<Finding> = {}): Finding => ({
  key,
  id: 'B1',
  title: '',
  outcome: 'unmet',
  severity: 'error',
  message: '',
  clause: { ref: '', text: '' },
  at,
  compared: null,
  setAside: null,
  related: [],
  impliedBy: null,
  ...change,
});

const places = [
  'project.name',
  'project.nameShort',
  'invoices',
  'invoices[a-1]',
  'invoices[a-1].buyer',
  'plan.1',
  'plan.1.2',
];
const findings = places.flatMap((at, index) => [
  finding(`${index} open`, at),
  finding(`${index} met`, at, { outcome: 'met' }),
  finding(`${index} aside`, at, { severity: 'warning', setAside: '已说明' }),
]);

describe('findings by place', () => {
  it.each([...places, 'project', 'plan', 'invoices[a-2]', 'plan.1.2.3'])(
    'are for %s those that are open at it or below it',
    (at) => {
      const looked = findings.filter((one) => isOpen(one) && isAtOrBelow(one.at, at));
      expect(findingsByPlace(findings, at)).toEqual(looked);
    },
  );

  it('are found for every row of a long report in the time of a frame or two', () => {
    const many = Array.from({ length: 30_000 }, (_, row) => finding(`k${row}`, `invoices[row-${row}].buyer`));
    const begun = performance.now();
    for (let row = 0; row < 30_000; row += 1) findingsByPlace(many, `invoices[row-${row}]`);
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(findingsByPlace(many, 'invoices')).toHaveLength(30_000);
  });
});
