import { SetAside } from '../../shared/entities/application.ts';
import { listTable } from './listTable.ts';

/** Findings set aside with a written reason; the finding's key is the row's id. */
export const setAside = listTable<SetAside>({
  table: 'set_aside',
  path: 'setAside',
  schema: SetAside,
  idOf: (entry) => entry.findingKey,
  columns: ['reason'],
  toRow: ({ reason }) => [reason],
  fromRow: ({ id, reason }) => ({ findingKey: id, reason }),
});
