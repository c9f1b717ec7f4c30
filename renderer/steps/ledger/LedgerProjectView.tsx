import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import type { Edit } from '../../../shared/edits/edit.ts';
import { type LedgerProject, LedgerRow } from '../../../shared/entities/ledger.ts';
import { edit } from '../../draft/edit.ts';
import { useReadOnly } from '../../draft/useDraft.ts';
import { DraftGrid } from '../../ui/grid/DraftGrid.tsx';
import type { GridChange } from '../../ui/grid/GridChange.ts';
import styles from './Ledger.module.css';
import { LedgerDoubles } from './LedgerDoubles.tsx';
import { LedgerProjectForm } from './LedgerProjectForm.tsx';
import { LedgerTotals } from './LedgerTotals.tsx';
import { ledgerColumns, ledgerRowFen } from './ledgerColumns.ts';
import { balanceMarks, withBalances } from './runningBalances.ts';

const SUM = { title: '归集', unit: 'yuan' as const, of: ledgerRowFen };

/** One 研发支出辅助账: its head, its vouchers, its sums. */
export function LedgerProjectView({ project }: { readonly project: LedgerProject }) {
  const { id, style } = project;
  const readOnly = useReadOnly();
  const columns = useMemo(() => ledgerColumns(style), [style]);
  const marks = useMemo(() => balanceMarks(project), [project]);
  const toEdit = useCallback(
    ({ save, remove, order }: Pick<GridChange<LedgerRow>, 'save' | 'remove' | 'order'>): Edit => ({
      kind: 'ledgerRows',
      project: id,
      save: [...save],
      remove: [...remove],
      ...(order === undefined ? {} : { order: [...order] }),
    }),
    [id],
  );
  const change = (patch: Partial<LedgerProject>, column: string): void =>
    edit([{ kind: 'rows', list: 'ledger', save: [{ ...project, ...patch }], remove: [] }], {
      at: `ledger[${id}].${column}`,
      mergeKey: `ledger ${id} ${column}`,
    });
  const balances = style === '2015' ? withBalances(project) : [];
  const at = `ledger[${id}].rows`;
  return (
    <div className={styles.project} data-at={`ledger[${id}]`}>
      <LedgerProjectForm key={id} project={project} onChange={change} />
      <DraftGrid
        key={`rows ${id} ${style}`}
        label={`${project.name === '' ? '研发项目' : project.name}的辅助账`}
        at={at}
        rows={project.rows}
        columns={columns}
        ownMarks={marks}
        newRow={newRow}
        reorder
        toEdit={toEdit}
        sum={SUM}
        searchable={project.rows.length > 20}
        addLabel="新增凭证行"
        actions={
          balances.length > 0 &&
          !readOnly && (
            <Button
              size="small"
              title="从期初余额起，逐行加借方、减贷方"
              onClick={() => edit([toEdit({ save: balances, remove: [] })], { at })}
            >
              推算余额（{balances.length} 行）
            </Button>
          )
        }
        empty={
          <>
            <p>这里逐行登记这个研发项目的凭证：日期、凭证号、摘要、金额和各类费用。</p>
            <p>可以在 Excel 的辅助账里连表头一起复制，点这里后按 Ctrl+V，会按表头对应各列。</p>
          </>
        }
      />
      <LedgerTotals project={project} onChange={change} />
      <LedgerDoubles project={project} />
    </div>
  );
}

function newRow(): LedgerRow {
  return LedgerRow.parse({ id: `r-${crypto.randomUUID()}` });
}
