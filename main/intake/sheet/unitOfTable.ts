import type { MoneyUnit } from '../../../shared/entities/money.ts';

export type TableUnit = {
  readonly unit: MoneyUnit;
  /** Why a person must say it, in words; null when it is told. */
  readonly doubt: string | null;
};

/** "金额单位：万元", and no company whose name begins so ("编制单位：元亨科技"). */
const UNIT =
  /(?<!编制|填报|填表|申报|所属|核算|承担)单位[:：]?\s*(?:人民币)?\s*[(（]?\s*(万元|千元|元)(?=列至|\P{Script=Han}|$)/gu;
const HEAD_UNIT = /[(（/,，](?:单位[:：]?)?(?:人民币)?(万元|千元|元)[)）]?$/;

/** The unit of a table's amounts, from "单位：万元" above it or from its heads; 元 where nothing is said. */
export function unitOfTable(above: string, heads: readonly string[]): TableUnit {
  const inHeads = new Set(heads.flatMap((head) => HEAD_UNIT.exec(head.replace(/\s/g, ''))?.[1] ?? []));
  const told =
    inHeads.size > 0 ? inHeads : new Set([...above.matchAll(UNIT)].flatMap(([, unit]) => unit ?? []));
  if (told.has('千元')) return { unit: 'yuan', doubt: '金额单位是千元，请先改为元或万元' };
  if (told.size > 1) return { unit: 'yuan', doubt: '表上写着不同的金额单位，请先统一为元或万元' };
  return { unit: told.has('万元') ? 'wanyuan' : 'yuan', doubt: null };
}
