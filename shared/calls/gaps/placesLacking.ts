import { collectedFenOf } from '../../entities/ledger.ts';
import { planPath } from '../operators/planPath.ts';
import type { Row } from '../operators/row.ts';
import { rowValue } from '../operators/rowValue.ts';
import type { Scope } from '../operators/scope.ts';
import type { Collection, Condition, DomainCheck, Operand } from '../schema/condition.ts';

const NONE: readonly string[] = [];
/** Amounts of an invoice: any of them may tell the counted one. */
const INVOICE_AMOUNTS: ReadonlySet<string> = new Set(['countedFen', 'amountFen', 'totalFen', 'netFen']);
const LEDGER_AMOUNTS: ReadonlySet<string> = new Set(['countedFen', 'collectedFen', 'details']);

/**
 * What is not filled in and keeps a condition from being what is wanted: field ids, row columns
 * (`budget[b-1].amountFen`), empty tables (`budget`), `attachments.KIND`, `statements.FIELD`, `plan.ID`, `direction`.
 */
export function placesLacking(condition: Condition, scope: Scope, wanted: boolean): readonly string[] {
  const { outcome } = scope.judge(condition);
  if (outcome === (wanted ? 'met' : 'unmet')) return NONE;
  if ('not' in condition) return placesLacking(condition.not, scope, !wanted);
  if ('all' in condition) return condition.all.flatMap((one) => placesLacking(one, scope, wanted));
  if ('any' in condition) return condition.any.flatMap((one) => placesLacking(one, scope, wanted));
  if ('atLeastOf' in condition)
    return condition.atLeastOf.of.flatMap((one) => placesLacking(one, scope, wanted));
  if ('attached' in condition) return [`attachments.${condition.attached}`];
  if ('written' in condition) return [planPath(condition.written)];
  if ('wellFormed' in condition) return operandPlaces({ field: condition.wellFormed }, scope);
  if ('content' in condition) return [`direction.contents.${condition.content}`];
  if ('anyScenario' in condition) return ['direction.scenarioIds'];
  if ('memberRole' in condition) {
    const untold = scope.application.consortium.filter(({ roles }) => roles.length === 0);
    return untold.map(({ id }) => `consortium[${id}].roles`);
  }
  if ('direction' in condition || 'kind' in condition || 'form' in condition || 'scenario' in condition)
    return outcome === 'unknown' ? ['direction'] : NONE;
  if ('domain' in condition) return domainPlaces(condition.domain, scope);
  if ('oneOf' in condition) return operandPlaces(condition.oneOf[0], scope);
  const [operands] = Object.values(condition);
  return [operands].flat().flatMap((operand) => operandPlaces(operand, scope));
}

/** The column of a row when it is empty; amounts that stand for one another are one place. */
export function rowPlaces(row: Row, column: string, scope: Scope): readonly string[] {
  const basis = scope.application.settings.amountBasis;
  if (row.of === 'invoices' && INVOICE_AMOUNTS.has(column) && rowValue(row, 'countedFen', basis) === null)
    return [`${row.path}.countedFen`];
  if (row.of === 'ledgerRows' && LEDGER_AMOUNTS.has(column) && collectedFenOf(row.value) === null)
    return [`${row.path}.countedFen`];
  return rowValue(row, column, basis) === null ? [`${row.path}.${column}`] : NONE;
}

function operandPlaces(operand: Operand, scope: Scope): readonly string[] {
  if ('value' in operand || 'constant' in operand) return NONE;
  if ('field' in operand) return scope.resolve(operand).value === null ? [operand.field] : NONE;
  if ('statement' in operand)
    return scope.resolve(operand).value === null ? [`statements.${operand.statement}`] : NONE;
  if ('target' in operand)
    return scope.resolve(operand).value === null ? [`targets.${operand.target}`] : NONE;
  if ('row' in operand) return scope.row === null ? NONE : rowPlaces(scope.row, operand.row, scope);
  if ('sum' in operand) return tablePlaces(operand.sum, scope);
  if ('count' in operand) {
    if (scope.rows(operand.count.of).length > 0) return tablePlaces(operand.count, scope);
    return [operand.count.of === 'ledgerRows' ? 'ledger' : operand.count.of];
  }
  const [operands] = Object.values(operand);
  return [operands].flat().flatMap((one) => operandPlaces(one, scope));
}

interface Table {
  readonly of: Collection;
  readonly amount?: string;
  readonly where?: Condition | undefined;
}

function tablePlaces({ of, amount, where }: Table, scope: Scope): readonly string[] {
  return scope.rows(of).flatMap((row) => {
    const inRow = scope.inRow(row);
    const kept = where === undefined ? 'met' : inRow.judge(where).outcome;
    if (where !== undefined && kept === 'unknown') return placesLacking(where, inRow, true);
    return kept === 'met' && amount !== undefined ? rowPlaces(row, amount, scope) : NONE;
  });
}

/** Checks that hang on answers outside of their row. What they miss in the row its column tells. */
function domainPlaces(name: DomainCheck, scope: Scope): readonly string[] {
  const { roles } = scope.call;
  const fields = (...ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id === null ? NONE : operandPlaces({ field: id }, scope)));
  if (name === 'consortium-lead') return fields(roles.applicantName);
  if (name === 'plan-names-other-total') return fields(roles.totalInvestment, roles.investedToDate);
  if (name === 'ledger-project-name') return fields(roles.projectName);
  const row = scope.row?.of === 'invoices' ? scope.row.value : null;
  if (name === 'invoice-buyer' && row !== null) {
    if (row.buyer.name.trim() === '' || row.buyer.taxId.trim() === '') return NONE;
    return fields(roles.applicantName, roles.applicantCode);
  }
  if (name === 'invoice-has-copy') {
    const kinds = scope.call.attachments.filter(({ rowsOf }) => rowsOf === 'invoices');
    return kinds.flatMap(({ id }) => placesLacking({ attached: id }, scope, true));
  }
  return NONE;
}
