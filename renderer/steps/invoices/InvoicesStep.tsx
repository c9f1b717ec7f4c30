import { useCallback, useEffect, useMemo, useRef, useState, useTransition } from 'react';
import { claimedAmountFen, Invoice } from '../../../shared/entities/invoice.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { DraftGrid } from '../../ui/grid/DraftGrid.tsx';
import type { GridFilter } from '../../ui/grid/Grid.tsx';
import { gridMarks } from '../../ui/grid/gridMarks.ts';
import { BasisSwitch } from './BasisSwitch.tsx';
import { InvoiceDetail } from './InvoiceDetail.tsx';
import styles from './Invoices.module.css';
import { invoiceColumns } from './invoiceColumns.ts';
import { invoiceEdit } from './invoiceEdit.ts';

const REST_MS = 220;

/** 发票与投资明细: every invoice as a row, its copies and pages beside it. */
export function InvoicesStep() {
  const call = useCall();
  const rows = useApplication((application) => application.invoices);
  const basis = useApplication((application) => application.settings.amountBasis);
  const report = useReport();
  const columns = useMemo(() => invoiceColumns(call), [call]);
  const marks = useMemo(() => gridMarks(report, 'invoices'), [report]);
  const [focused, setFocused] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const sum = useMemo(
    () => ({
      title: basis === 'gross' ? '计入（含税）' : '计入（不含税）',
      unit: 'yuan' as const,
      of: (invoice: Invoice) => claimedAmountFen(invoice, basis),
    }),
    [basis],
  );
  const filters = useMemo((): readonly GridFilter<Invoice>[] => {
    const known = new Set(call.investment.categories.map(({ id }) => id));
    return [
      { id: 'wrong', label: '有问题', keep: ({ id }) => marks.isWrong(id) },
      { id: 'copyless', label: '缺影像', keep: ({ copies }) => copies.length === 0 },
      { id: 'unsorted', label: '未分类', keep: ({ category }) => !known.has(category) },
    ];
  }, [call, marks]);
  // What stands beside the grid follows the focus when hands rest: typing down the rows never waits for a form.
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(resting.current), []);
  const rest = useCallback(() => {
    clearTimeout(resting.current);
    const row = wanted.current;
    if (row !== null) resting.current = setTimeout(() => startTransition(() => setFocused(row)), REST_MS);
  }, []);
  const focusRow = useCallback(
    (row: string | null) => {
      if (row === null || row === wanted.current) return;
      wanted.current = row;
      rest();
    },
    [rest],
  );
  return (
    <div className={styles.step} data-at="invoices">
      <div className={styles.table} onKeyDownCapture={() => wanted.current !== focused && rest()}>
        <DraftGrid
          label="发票与投资明细"
          at="invoices"
          rows={rows}
          columns={columns}
          newRow={newInvoice}
          reorder={false}
          toEdit={invoiceEdit}
          sum={sum}
          filters={filters}
          searchable
          addLabel="新增发票"
          actions={<BasisSwitch />}
          onFocusRow={focusRow}
          empty={
            <>
              <p>这里登记计入投资的每一张发票，合计会与申报表的已投资金额核对。</p>
              <p>
                可以在 Excel 的发票台账里连表头一起复制，点这里后按
                Ctrl+V，会按表头对应各列；再把发票影像的文件夹拖进窗口，会按文件名中的发票号码挂到各行。
              </p>
            </>
          }
        />
      </div>
      {rows.length > 0 && <InvoiceDetail id={focused} marks={marks} />}
    </div>
  );
}

function newInvoice(): Invoice {
  return Invoice.parse({ id: `i-${crypto.randomUUID()}` });
}
