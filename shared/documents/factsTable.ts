import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { Block } from './block.ts';
import { cell, paragraph, row } from './blockBuilders.ts';
import { fieldOf, printedWithUnit } from './printValue.ts';

/** Labels and printed answers of fields, as a small table; what is not answered stays empty for the pen. */
export function factsTable(
  call: Call,
  application: Application,
  fields: readonly string[],
  caption: string,
): Block[] {
  const rows = fields.map((id) =>
    row([
      cell(fieldOf(call, id)?.label ?? id, { role: 'label', align: 'center' }),
      cell(printedWithUnit(call, application, id) ?? ''),
    ]),
  );
  return [
    ...(caption === '' ? [] : [paragraph('tableCaption', caption, 'center')]),
    { type: 'table', anchor: null, style: 'data', columns: [5, 11], head: [], rows, size: 'normal' },
  ];
}
