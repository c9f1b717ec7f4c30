import { assertNever } from '../../shared/assertNever.ts';
import { Edit, type RowsEdit } from '../../shared/edits/edit.ts';
import { answers } from './answers.ts';
import { attachments } from './attachments.ts';
import { budget } from './budget.ts';
import { lastSavedAt } from './changes.ts';
import { checkValue } from './checkValue.ts';
import { consortium } from './consortium.ts';
import { saveDirection } from './direction.ts';
import type { Draft } from './draft.ts';
import { inTurn } from './inTurn.ts';
import { invoices } from './invoices.ts';
import { changeLedger, changeLedgerRows } from './ledgerEdits.ts';
import type { ListTable } from './listTable.ts';
import { ownIndicators } from './ownIndicators.ts';
import { plan } from './plan.ts';
import { readings } from './readings.ts';
import { type RowsChange, repeatedId } from './rowsChange.ts';
import { type Saved, UNCHANGED } from './saved.ts';
import { setAside } from './setAside.ts';
import { saveSettings } from './settings.ts';
import { statements } from './statements.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';
import { targets } from './targets.ts';
import { RollBack, write } from './write.ts';

/**
 * Stores a list of edits, in their order, as one transaction: all of them, or none. The draft then holds what
 * `applyEdit` (shared/edits) makes of the same edits. Removing a row that is not there is no error. Returns the
 * moment of the last change, ISO text; ok means that the disk has it.
 */
export function saveEdits(draft: Draft, given: readonly Edit[]): StoreOutcome<{ readonly savedAt: string }> {
  const edits: Edit[] = [];
  for (const one of given) {
    const checked = checkValue(Edit, one, 'edit');
    if (!checked.ok) return checked;
    edits.push(checked.value);
  }
  return write(draft, () => {
    let savedAt: string | null = null;
    for (const edit of edits) {
      const outcome = store(draft, edit);
      if (!outcome.ok) throw new RollBack(outcome.problem);
      savedAt = outcome.value.savedAt ?? savedAt;
    }
    return { savedAt: savedAt ?? lastSavedAt(draft) ?? draft.now().toISOString() };
  });
}

function store(draft: Draft, edit: Edit): StoreOutcome<Saved> {
  switch (edit.kind) {
    case 'answer':
      return answers.save(draft, edit.field, edit.value);
    case 'direction':
      return saveDirection(draft, edit.value);
    case 'target':
      return targets.save(draft, edit.target, edit.value);
    case 'statement':
      return statements.save(draft, edit.field, edit.value);
    case 'plan':
      return edit.value === null ? plan.remove(draft, edit.item) : plan.save(draft, edit.item, edit.value);
    case 'settings':
      return saveSettings(draft, edit.value);
    case 'setAside':
      return edit.reason === null
        ? changeList(draft, setAside, { save: [], remove: [edit.finding] })
        : setAside.save(draft, { findingKey: edit.finding, reason: edit.reason });
    case 'ledgerRows':
      return changeLedgerRows(draft, edit.project, edit);
    case 'rows':
      return storeRows(draft, edit);
    default:
      return assertNever(edit);
  }
}

function storeRows(draft: Draft, edit: RowsEdit): StoreOutcome<Saved> {
  switch (edit.list) {
    case 'ownIndicators':
      return changeList(draft, ownIndicators, edit);
    case 'consortium':
      return changeList(draft, consortium, edit);
    case 'budget':
      return changeList(draft, budget, edit);
    case 'invoices':
      return changeList(draft, invoices, edit);
    case 'attachments':
      return changeList(draft, attachments, edit);
    case 'readings':
      return changeList(draft, readings, edit);
    case 'ledger':
      return changeLedger(draft, edit);
    default:
      return assertNever(edit);
  }
}

/** As `applyRows` of shared/edits does it: out with the removed, in with the saved, then the order. */
function changeList<Row>(draft: Draft, list: ListTable<Row>, change: RowsChange<Row>): StoreOutcome<Saved> {
  const { idOf, path } = list.definition;
  const repeated = repeatedId(change.save.map(idOf), change.remove, change.order);
  if (repeated !== null) return refused('id-repeated', repeated, path);
  return inTurn([
    () => list.remove(draft, list.present(draft, change.remove)),
    () => saveRows(draft, list, change.save),
    () => (change.order === undefined ? NOTHING : list.reorder(draft, change.order)),
  ]);
}

const NOTHING: StoreOutcome<Saved> = { ok: true, value: UNCHANGED };

/** One row alone is one place in the history, where typing on is one change. */
function saveRows<Row>(draft: Draft, list: ListTable<Row>, rows: readonly Row[]): StoreOutcome<Saved> {
  const [only] = rows;
  return only !== undefined && rows.length === 1 ? list.save(draft, only) : list.saveMany(draft, rows);
}
