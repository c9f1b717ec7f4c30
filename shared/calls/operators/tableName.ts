import type { Collection } from '../schema/condition.ts';

/** The tables of an application as the user knows them. */
export const TABLES: Readonly<Record<Collection, string>> = {
  invoices: '发票明细',
  budget: '投资预算表',
  consortium: '联合体单位',
  ledger: '研发支出辅助账',
  ledgerRows: '研发支出辅助账',
  attachments: '附件',
};

/** What rows of a table are counted in. */
export const COUNTERS: Readonly<Record<Collection, string>> = {
  invoices: '张',
  budget: '行',
  consortium: '家',
  ledger: '本',
  ledgerRows: '行',
  attachments: '个',
};
