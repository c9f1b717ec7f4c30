import type { Call } from '../calls/schema/call.ts';
import type { FormCell } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import type { Block } from './block.ts';
import { cell, headRow, paragraph, row } from './blockBuilders.ts';
import { fieldOf, printedWithUnit } from './printValue.ts';

function fieldIdsOf(cells: readonly FormCell[]): string[] {
  return cells.flatMap(({ pieces }) => pieces.flatMap((piece) => ('field' in piece ? [piece.field] : [])));
}

/**
 * Ids of the fields that are quantified indicators: those the form prints under the same requirement as
 * the fields of the row just above the one that repeats for the applicant's own indicators.
 */
export function indicatorFields(call: Call): string[] {
  const repeated = call.form.rows.findIndex(({ repeat }) => repeat === 'ownIndicatorPairs');
  const above = call.form.rows
    .slice(0, Math.max(0, repeated))
    .findLast(({ cells }) => fieldIdsOf(cells).length > 0);
  const sample = above === undefined ? null : fieldOf(call, fieldIdsOf(above.cells)[0] ?? null);
  if (sample === null) return [];
  return call.fields.filter(({ requirement }) => requirement === sample.requirement).map(({ id }) => id);
}

/** 量化指标: the form's indicators that are filled, then the applicant's own. */
export function indicatorTable(call: Call, application: Application): Block[] {
  const named = indicatorFields(call).flatMap((id) => {
    const value = printedWithUnit(call, application, id);
    return value === null ? [] : [{ name: fieldOf(call, id)?.label ?? id, value }];
  });
  const all = [...named, ...application.ownIndicators];
  if (all.length === 0) return [];
  return [
    paragraph('tableCaption', '量化指标表', 'center'),
    {
      type: 'table',
      anchor: 'indicators',
      style: 'data',
      columns: [2, 14, 8],
      head: [headRow(['序号', '指标名称', '指标值'])],
      rows: all.map(({ name, value }, index) =>
        row([cell(String(index + 1), { align: 'center' }), cell(name), cell(value, { align: 'center' })]),
      ),
      size: 'normal',
    },
  ];
}
