import { RichDocument } from '../../shared/entities/richText.ts';
import { keyTable } from './keyTable.ts';

/** The words of the plan by outline id of the call. */
export const plan = keyTable<RichDocument>({
  table: 'plan_sections',
  keyColumn: 'outline_id',
  valueColumn: 'document',
  path: 'plan',
  schema: RichDocument,
});
