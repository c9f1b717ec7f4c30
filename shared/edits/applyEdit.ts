import { assertNever } from '../assertNever.ts';
import type { Application } from '../entities/application.ts';
import { applyRows } from './applyRows.ts';
import type { Edit, RowsEdit } from './edit.ts';

/** An application after an edit, and the edit that takes it back. */
export type Applied = { readonly application: Application; readonly inverse: Edit };

/**
 * Applies one edit without changing what came in: what did not change stays the same object. The window, its
 * checks and main all hold an application and take the same edits, so that they cannot drift apart.
 */
export function applyEdit(application: Application, edit: Edit): Applied {
  switch (edit.kind) {
    case 'answer': {
      const inverse: Edit = { ...edit, value: application.answers[edit.field] ?? null };
      const answers = { ...application.answers, [edit.field]: edit.value };
      return { application: { ...application, answers }, inverse };
    }
    case 'direction': {
      const inverse: Edit = { kind: 'direction', value: application.direction };
      return { application: { ...application, direction: edit.value }, inverse };
    }
    case 'target': {
      const inverse: Edit = { ...edit, value: application.targets[edit.target] ?? null };
      const targets = { ...application.targets, [edit.target]: edit.value };
      return { application: { ...application, targets }, inverse };
    }
    case 'statement': {
      const inverse: Edit = { ...edit, value: application.statements[edit.field] ?? null };
      const statements = { ...application.statements, [edit.field]: edit.value };
      return { application: { ...application, statements }, inverse };
    }
    case 'plan': {
      const inverse: Edit = { ...edit, value: application.plan[edit.item] ?? null };
      const { [edit.item]: _, ...others } = application.plan;
      const plan = edit.value === null ? others : { ...application.plan, [edit.item]: edit.value };
      return { application: { ...application, plan }, inverse };
    }
    case 'settings': {
      const inverse: Edit = { kind: 'settings', value: application.settings };
      return { application: { ...application, settings: edit.value }, inverse };
    }
    case 'setAside': {
      const entries = application.setAside.map((entry) => ({ id: entry.findingKey, ...entry }));
      const before = entries.find(({ id }) => id === edit.finding);
      const inverse: Edit = { ...edit, reason: before?.reason ?? null };
      const change =
        edit.reason === null
          ? { save: [], remove: [edit.finding] }
          : { save: [{ id: edit.finding, findingKey: edit.finding, reason: edit.reason }], remove: [] };
      const setAside = applyRows(entries, change).rows.map(({ findingKey, reason }) => ({
        findingKey,
        reason,
      }));
      return { application: { ...application, setAside }, inverse };
    }
    case 'ledgerRows': {
      const project = application.ledger.find(({ id }) => id === edit.project);
      if (project === undefined) return { application, inverse: edit };
      const { rows, inverse } = applyRows(project.rows, edit);
      const ledger = application.ledger.map((one) => (one === project ? { ...project, rows } : one));
      return {
        application: { ...application, ledger },
        inverse: { kind: 'ledgerRows', project: edit.project, ...mutable(inverse) },
      };
    }
    case 'rows':
      return applyToList(application, edit);
    default:
      return assertNever(edit);
  }
}

function applyToList(application: Application, edit: RowsEdit): Applied {
  const list = edit.list;
  switch (list) {
    case 'ownIndicators': {
      const { rows, inverse } = applyRows(application.ownIndicators, edit);
      return {
        application: { ...application, ownIndicators: rows },
        inverse: { kind: 'rows', list, ...mutable(inverse) },
      };
    }
    case 'consortium': {
      const { rows, inverse } = applyRows(application.consortium, edit);
      return {
        application: { ...application, consortium: rows },
        inverse: { kind: 'rows', list, ...mutable(inverse) },
      };
    }
    case 'budget': {
      const { rows, inverse } = applyRows(application.budget, edit);
      return {
        application: { ...application, budget: rows },
        inverse: { kind: 'rows', list, ...mutable(inverse) },
      };
    }
    case 'invoices': {
      const { rows, inverse } = applyRows(application.invoices, edit);
      return {
        application: { ...application, invoices: rows },
        inverse: { kind: 'rows', list, ...mutable(inverse) },
      };
    }
    case 'attachments': {
      const { rows, inverse } = applyRows(application.attachments, edit);
      return {
        application: { ...application, attachments: rows },
        inverse: { kind: 'rows', list, ...mutable(inverse) },
      };
    }
    case 'readings': {
      const { rows, inverse } = applyRows(application.readings, edit);
      return {
        application: { ...application, readings: rows },
        inverse: { kind: 'rows', list, ...mutable(inverse) },
      };
    }
    case 'ledger': {
      const { rows, inverse } = applyRows(application.ledger, edit);
      return {
        application: { ...application, ledger: rows },
        inverse: { kind: 'rows', list, ...mutable(inverse) },
      };
    }
    default:
      return assertNever(list);
  }
}

function mutable<Row>(change: {
  readonly save: readonly Row[];
  readonly remove: readonly string[];
  readonly order?: readonly string[] | undefined;
}): { save: Row[]; remove: string[]; order?: string[] } {
  const { save, remove, order } = change;
  return { save: [...save], remove: [...remove], ...(order === undefined ? {} : { order: [...order] }) };
}
