import { OwnIndicator } from '../../shared/entities/indicator.ts';
import { listTable } from './listTable.ts';

/** The applicant's own indicators (E9). */
export const ownIndicators = listTable<OwnIndicator>({
  table: 'own_indicators',
  path: 'ownIndicators',
  schema: OwnIndicator,
  idOf: (indicator) => indicator.id,
  columns: ['name', 'value'],
  toRow: ({ name, value }) => [name, value],
  fromRow: ({ id, name, value }) => ({ id, name, value }),
});
