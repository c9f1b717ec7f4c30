import { Fen } from '../../shared/entities/money.ts';
import { keyTable } from './keyTable.ts';

/** Figures of the financial statements by field id of the call; null is "not typed". */
export const statements = keyTable<Fen | null>({
  table: 'statements',
  keyColumn: 'field',
  valueColumn: 'value',
  path: 'statements',
  schema: Fen.nullable(),
});
