import { useMemo } from 'react';
import { investmentUnit } from '../../../shared/documents/budgetTable.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import { BudgetLine } from '../../../shared/entities/budgetLine.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { DraftGrid } from '../../ui/grid/DraftGrid.tsx';
import type { GridChange } from '../../ui/grid/GridChange.ts';
import styles from './Budget.module.css';
import { BudgetSummary } from './BudgetSummary.tsx';
import { budgetColumns } from './budgetColumns.ts';

/** 投资预算: what the project costs, line by line, by the call's categories, against the form's total. */
export function BudgetStep() {
  const call = useCall();
  const rows = useApplication((application) => application.budget);
  const columns = useMemo(() => budgetColumns(call), [call]);
  const sum = useMemo(
    () => ({ title: '金额', unit: investmentUnit(call), of: ({ amountFen }: BudgetLine) => amountFen }),
    [call],
  );
  return (
    <div className={styles.step} data-at="budget">
      <DraftGrid
        label="投资预算"
        at="budget"
        rows={rows}
        columns={columns}
        newRow={newLine}
        reorder
        toEdit={toEdit}
        sum={sum}
        searchable={rows.length > 20}
        empty={
          <>
            <p>这里列出项目要花的每一笔：类别、内容、规格数量和金额，小计和合计由程序算。</p>
            <p>
              可以点“新增一行”逐行填写；也可以在 Excel 里选中表格复制，点这里后按 Ctrl+V，带表头会按表头对应。
            </p>
          </>
        }
      />
      <BudgetSummary />
    </div>
  );
}

function newLine(): BudgetLine {
  return BudgetLine.parse({ id: `b-${crypto.randomUUID()}` });
}

function toEdit({ save, remove, order }: Pick<GridChange<BudgetLine>, 'save' | 'remove' | 'order'>): Edit {
  return {
    kind: 'rows',
    list: 'budget',
    save: [...save],
    remove: [...remove],
    ...(order === undefined ? {} : { order: [...order] }),
  };
}
