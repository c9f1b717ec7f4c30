import { describe, expect, it } from 'vitest';
import { findPlace } from '../../../renderer/app/places/findPlace.ts';

const find = (shown: readonly string[], at: string) => {
  const place = findPlace(
    shown.map((one) => ({ at: one })),
    at,
  );
  return place === null ? null : [place.found.at, place.exact];
};

describe('the place of a page that is meant', () => {
  it('is the place itself where it is shown', () => {
    expect(find(['invoices', 'invoices[a]', 'invoices[a].buyer'], 'invoices[a].buyer')).toEqual([
      'invoices[a].buyer',
      true,
    ]);
  });
  it('else the deepest that holds it', () => {
    expect(find(['invoices', 'invoices[a]', 'invoices[b]'], 'invoices[a].buyer')).toEqual([
      'invoices[a]',
      false,
    ]);
  });
  it('never one that only begins alike', () => {
    expect(find(['plan.1', 'plan'], 'plan.12')).toEqual(['plan', false]);
    expect(find(['plan.1'], 'plan.12')).toBeNull();
  });
});
