import type { Call } from '../../../shared/calls/schema/call.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { goTo, navigation, type Place, pageKey } from '../navigation.ts';

/** A page and what it is called. */
export type Stop = { readonly place: Place; readonly title: string };

/** The way through the whole draft, in order. */
export function stopsOf(call: Call): readonly Stop[] {
  return [
    { place: { page: 'overview' }, title: '总览' },
    ...call.sections.map(({ id, title }): Stop => ({ place: { page: 'section', section: id }, title })),
    { place: { page: 'checks' }, title: '检查' },
    { place: { page: 'reconciliation' }, title: '对账' },
    { place: { page: 'export' }, title: '预览与导出' },
  ];
}

/** What comes before and after a page; null at the ends. */
export function neighboursOf(
  call: Call,
  place: Place,
): { readonly previous: Stop | null; readonly next: Stop | null } {
  const stops = stopsOf(call);
  const here = stops.findIndex((stop) => pageKey(stop.place) === pageKey(place));
  return { previous: stops[here - 1] ?? null, next: here < 0 ? null : (stops[here + 1] ?? null) };
}

export function goToNeighbour(which: 'previous' | 'next'): void {
  const call = draftStore.getState()?.call;
  if (call === undefined) return;
  const stop = neighboursOf(call, navigation.getState().place)[which];
  if (stop !== null) goTo(stop.place);
}
