import type { Table } from '../../../../shared/documents/block.ts';

/** Sizes of a table in points. */
export interface TableLook {
  readonly text: number;
  readonly pitch: number;
  readonly inset: { readonly x: number; readonly y: number };
  readonly rule: number;
}

const LOOKS = {
  form: {
    normal: { text: 12, pitch: 18, inset: { x: 3, y: 3 }, rule: 0.5 },
    small: { text: 12, pitch: 18, inset: { x: 3, y: 3 }, rule: 0.5 },
    fine: { text: 12, pitch: 18, inset: { x: 3, y: 3 }, rule: 0.5 },
  },
  data: {
    normal: { text: 12, pitch: 18, inset: { x: 4, y: 4 }, rule: 0.5 },
    small: { text: 10.5, pitch: 16, inset: { x: 4, y: 3.2 }, rule: 0.5 },
    fine: { text: 7.5, pitch: 10.5, inset: { x: 1.5, y: 1.5 }, rule: 0.4 },
  },
  user: {
    normal: { text: 12, pitch: 19, inset: { x: 4, y: 4 }, rule: 0.5 },
    small: { text: 10.5, pitch: 16, inset: { x: 3, y: 3.5 }, rule: 0.5 },
    fine: { text: 7.5, pitch: 10.5, inset: { x: 1.5, y: 1.5 }, rule: 0.4 },
  },
} as const satisfies Record<Table['style'], Record<Table['size'], TableLook>>;

/** A column holds at least this many characters. */
const LEAST_EMS = 2.4;
const LEAST_TEXT = 5;

/**
 * Sizes of a table on the given width: 小四 (12 pt), 五号 where the composer asks for small, 六号 for fine, and smaller
 * still when a user's table has so many columns that two characters would not fit side by side.
 */
export function tableLook(table: Table, widthPoints: number): TableLook {
  const look = LOOKS[table.style][table.size];
  if (table.style === 'form') return look;
  const column = widthPoints / Math.max(1, table.columns.length);
  const room = (column - 2 * look.inset.x) / LEAST_EMS;
  if (room >= look.text) return look;
  const text = Math.max(LEAST_TEXT, Math.floor(room * 2) / 2);
  return {
    text,
    pitch: text * (look.pitch / look.text),
    inset: { x: Math.min(look.inset.x, column * 0.08), y: look.inset.y * (text / look.text) },
    rule: look.rule,
  };
}
