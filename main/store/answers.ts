import { AnswerValue } from '../../shared/entities/application.ts';
import { keyTable } from './keyTable.ts';

/** Answers by field id of the call. `answers.save(draft, field, null)` is "not answered" (待填). */
export const answers = keyTable<AnswerValue>({
  table: 'answers',
  keyColumn: 'field',
  valueColumn: 'value',
  path: 'answers',
  schema: AnswerValue,
});
