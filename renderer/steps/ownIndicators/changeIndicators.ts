import type { OwnIndicator } from '../../../shared/entities/indicator.ts';
import { edit } from '../../draft/edit.ts';

/** Changes one part of an own indicator; typing where there is none yet adds one. */
export function changeIndicator(own: OwnIndicator | null, part: 'name' | 'value', text: string): void {
  if (own === null && text === '') return;
  const row = own ?? { id: `indicator-${crypto.randomUUID()}`, name: '', value: '' };
  const at = `ownIndicators[${row.id}].${part}`;
  edit([{ kind: 'rows', list: 'ownIndicators', save: [{ ...row, [part]: text }], remove: [] }], {
    at,
    // Adding one is a step of its own: it is taken back by removing, not by an earlier text.
    ...(own === null ? {} : { mergeKey: at }),
  });
}

/** Adds an empty own indicator at the end; answers its id. */
export function addIndicator(): string {
  const id = `indicator-${crypto.randomUUID()}`;
  edit([{ kind: 'rows', list: 'ownIndicators', save: [{ id, name: '', value: '' }], remove: [] }], {
    at: `ownIndicators[${id}]`,
  });
  return id;
}

/** Takes an own indicator out; undo brings it back. */
export function removeIndicator(id: string): void {
  edit([{ kind: 'rows', list: 'ownIndicators', save: [], remove: [id] }], { at: 'ownIndicators' });
}

/** Moves an own indicator by one place; at either end nothing happens. */
export function moveIndicator(all: readonly OwnIndicator[], id: string, step: -1 | 1): void {
  const order = all.map((one) => one.id);
  const from = order.indexOf(id);
  const to = from + step;
  const other = order[to];
  if (from < 0 || other === undefined) return;
  order[from] = other;
  order[to] = id;
  edit([{ kind: 'rows', list: 'ownIndicators', save: [], remove: [], order }], {
    at: `ownIndicators[${id}]`,
  });
}
