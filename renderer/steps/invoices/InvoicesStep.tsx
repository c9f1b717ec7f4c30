import { useMemo, useRef } from 'react';
import type { Edit } from '../../../shared/edits/edit.ts';
import { claimedAmountFen, Invoice } from '../../../shared/entities/invoice.ts';
import { removeInvoices } from '../../../shared/evidence/removeInvoices.ts';
import { useLayout } from '../../app/preferences.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { useReviewQueue } from '../../evidence/useReviewQueue.ts';
import { useRoom } from '../../preview/useRoom.ts';
import { DraftGrid } from '../../ui/grid/DraftGrid.tsx';
import type { GridFilter } from '../../ui/grid/Grid.tsx';
import { gridMarks } from '../../ui/grid/gridMarks.ts';
import { BasisSwitch } from './BasisSwitch.tsx';
import { CopiesButton } from './copies/CopiesButton.tsx';
import { DetailToggle } from './DetailToggle.tsx';
import { InvoiceDetail } from './InvoiceDetail.tsx';
import styles from './Invoices.module.css';
import { InvoicesEmpty } from './InvoicesEmpty.tsx';
import { invoiceColumns } from './invoiceColumns.ts';
import { invoiceEdit } from './invoiceEdit.ts';
import { ReviewBanner } from './review/ReviewBanner.tsx';
import { ReviewQueue } from './review/ReviewQueue.tsx';
import { closeReview, useReview } from './review/reviewStore.ts';
import { rowReviews } from './reviewStates.ts';
import { useRestingCell } from './useRestingCell.ts';

/** From this width on the page of an invoice has room beside the table. */
const BESIDE = 860;

/** 发票与投资明细: every invoice as a row, its page and all its fields beside it, and the queue of what was read. */
export function InvoicesStep() {
  const call = useCall();
  const rows = useApplication((application) => application.invoices);
  const readings = useApplication((application) => application.readings);
  const basis = useApplication((application) => application.settings.amountBasis);
  const report = useReport();
  const queue = useReviewQueue();
  const review = useReview();
  const reviews = useMemo(() => rowReviews(queue, readings), [queue, readings]);
  // Columns stay the same objects; what the newest reviews say is looked up when a cell is painted.
  const newest = useRef(reviews);
  newest.current = reviews;
  const columns = useMemo(() => invoiceColumns(call, ({ id }) => newest.current.words(id)), [call]);
  const marks = useMemo(() => gridMarks(report, 'invoices'), [report]);
  const { resting, focusCell, onKeyDownCapture } = useRestingCell();
  const step = useRef<HTMLDivElement>(null);
  const { width } = useRoom(step, true);
  const beside = width >= BESIDE;
  const [besideOpen, openBeside] = useLayout<boolean>('invoices.page', true);
  const [belowOpen, openBelow] = useLayout<boolean>('invoices.pageBelow', false);
  const [open, setOpen] = beside ? [besideOpen, openBeside] : [belowOpen, openBelow];
  const detailed = open && rows.length > 0;
  const sum = useMemo(
    () => ({
      title: basis === 'gross' ? '计入（含税）' : '计入（不含税）',
      unit: 'yuan' as const,
      of: (invoice: Invoice) => claimedAmountFen(invoice, basis),
      lacking: basis === 'gross' ? '没有含税金额' : '没有不含税金额',
    }),
    [basis],
  );
  const filters = useMemo((): readonly GridFilter<Invoice>[] => {
    const known = new Set(call.investment.categories.map(({ id }) => id));
    const toReview: GridFilter<Invoice> = {
      id: 'review',
      label: '待核对',
      keep: ({ id }) => !['confirmed', 'none'].includes(reviews.of(id)),
    };
    return [
      { id: 'wrong', label: '有问题', keep: ({ id }) => marks.isWrong(id) },
      ...(readings.length === 0 ? [] : [toReview]),
      { id: 'copyless', label: '缺影像', keep: ({ copies }) => copies.length === 0 },
      { id: 'unsorted', label: '未分类', keep: ({ category }) => !known.has(category) },
    ];
  }, [call, marks, reviews, readings.length]);
  return (
    <div ref={step} className={styles.step} data-at="invoices">
      <ReviewBanner />
      <div className={beside && detailed ? styles.beside : styles.stacked}>
        <div className={styles.table} onKeyDownCapture={onKeyDownCapture}>
          <DraftGrid
            label="发票与投资明细"
            at="invoices"
            rows={rows}
            columns={columns}
            ownMarks={reviews.marks}
            newRow={newInvoice}
            reorder={false}
            toEdit={toEdits}
            sum={sum}
            filters={filters}
            searchable
            addLabel="新增发票"
            actions={
              <>
                <BasisSwitch />
                <CopiesButton />
                {rows.length === 0 ? null : <DetailToggle open={open} beside={beside} onChange={setOpen} />}
              </>
            }
            onFocusCell={focusCell}
            empty={<InvoicesEmpty />}
          />
        </div>
        {detailed ? (
          <InvoiceDetail id={resting?.row ?? null} column={resting?.column ?? null} marks={marks} />
        ) : null}
      </div>
      {review.open ? (
        <ReviewQueue key={review.start ?? ''} start={review.start} onClose={closeReview} />
      ) : null}
    </div>
  );
}

function newInvoice(): Invoice {
  return Invoice.parse({ id: `i-${crypto.randomUUID()}` });
}

/** A removal takes what was read of its rows out of the queue with them. */
function toEdits(change: Parameters<typeof invoiceEdit>[0]): readonly Edit[] {
  const application = draftStore.getState()?.application;
  if (application === undefined || change.remove.length === 0) return [invoiceEdit(change)];
  return [
    ...(change.save.length === 0 ? [] : [invoiceEdit({ ...change, remove: [] })]),
    ...removeInvoices(application, change.remove),
  ];
}
