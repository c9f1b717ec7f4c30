import { naturalRows } from './domain/naturalRows.ts';
import type { Finding } from './finding.ts';
import { asksFor } from './gaps/asksFor.ts';
import { gapsOf } from './gaps/gapsOf.ts';
import type { Row, RowsOf } from './operators/row.ts';
import type { Scope } from './operators/scope.ts';
import { met, unknown, type Verdict } from './operators/verdict.ts';
import { renderMessage } from './renderMessage.ts';
import type { KeyedRule } from './rulesOf.ts';
import type { Severity } from './schema/basics.ts';

/** A finding before it is known whether the user set it aside, or another one stands for it. */
export type RawFinding = Omit<Finding, 'setAside' | 'impliedBy'> & {
  /** Unknown: what has to be filled in first, by place. */
  readonly gaps: readonly string[];
  /** The rule only asks for something to be there. */
  readonly asks: boolean;
};

/**
 * What one rule finds: nothing when it does not apply; one finding; or, judged row by row, one for
 * every row that is not met, or a single met one.
 */
export function judgeRule(rule: KeyedRule, scope: Scope): readonly RawFinding[] {
  const table = rule.forEach ?? ('domain' in rule.must ? naturalRows(rule.must.domain) : null);
  if (table === null) {
    const verdict = verdictOf(rule, scope);
    return verdict === null ? [] : [finding(rule, scope, verdict)];
  }
  return judgeRows(rule, scope, table);
}

function judgeRows(rule: KeyedRule, scope: Scope, table: RowsOf): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  let held = 0;
  for (const row of scope.rows(table)) {
    const inRow = scope.inRow(row);
    const verdict = verdictOf(rule, inRow);
    if (verdict === null) continue;
    if (verdict.outcome === 'met') held += 1;
    else findings.push(finding(rule, inRow, verdict));
  }
  if (findings.length > 0 || held === 0) return findings;
  return [finding(rule, scope, met({ detail: `共 ${held} 项，全部符合` }))];
}

/** Null when the rule has nothing to say here. */
function verdictOf(rule: KeyedRule, scope: Scope): Verdict | null {
  if (rule.when !== undefined) {
    const applies = scope.judge(rule.when);
    if (applies.outcome === 'unmet') return null;
    // The choice it hangs on has a finding of its own; this one would only repeat it.
    if (applies.outcome === 'unknown') return applies.undecided ? null : unknown(applies.missing);
  }
  if (rule.unknownWhen !== undefined) {
    const { outcome, missing, column } = scope.judge(rule.unknownWhen);
    if (outcome === 'met') return unknown(missing, { column });
  }
  return 'domain' in rule.must ? scope.check(rule.must.domain) : scope.judge(rule.must);
}

function finding(rule: KeyedRule, scope: Scope, verdict: Verdict): RawFinding {
  const { row } = scope;
  return {
    key: row === null ? rule.key : `${rule.key}#${row.id}`,
    id: rule.id,
    title: verdict.title ?? rule.title,
    outcome: verdict.outcome,
    severity: milder(rule.severity, verdict.atMost),
    message: messageOf(rule, scope, verdict),
    clause: scope.index.clauses.get(rule.clause) ?? { ref: rule.clause, text: '' },
    at: row === null ? rule.at : placeOf(rule, row, verdict),
    related: [...verdict.related],
    compared: verdict.compared,
    gaps: verdict.outcome === 'unknown' ? gapsOf(rule, scope, verdict.column) : [],
    asks: asksFor(rule.must),
  };
}

function messageOf(rule: KeyedRule, scope: Scope, verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'unmet':
      return renderMessage(rule.unmet, scope, verdict);
    case 'unknown':
      return rule.unknown === undefined
        ? unknownText(rule, scope, verdict)
        : renderMessage(rule.unknown, scope, verdict);
    case 'met':
      if (rule.met !== undefined) return renderMessage(rule.met, scope, verdict);
      return metText(rule, verdict);
  }
}

function unknownText(rule: KeyedRule, scope: Scope, { missing, title }: Verdict): string {
  const checked = inQuotes(title ?? rule.title);
  if (missing.length > 0) return `请填写${missing.join('、')}，才能核对“${checked}”。`;
  return `${scope.row === null ? '' : scope.row.name}资料还不齐，暂时无法核对“${checked}”。`;
}

/** A title that has quotes of its own takes the inner ones inside another's. */
function inQuotes(title: string): string {
  return title.replaceAll('“', '‘').replaceAll('”', '’');
}

function metText({ title }: KeyedRule, { compared, margin, detail }: Verdict): string {
  if (margin !== '')
    return compared === null ? `${title}：${margin}。` : `${title}：${compared.left}，${margin}。`;
  return detail === '' ? `${title}：符合。` : `${title}：${detail}。`;
}

/** The row, and inside it the column the verdict or the rule names. */
function placeOf(rule: KeyedRule, row: Row, { column }: Verdict): string {
  if (column !== null) return `${row.path}.${column}`;
  const head = `${row.of}.`;
  const named = row.of !== 'attachments' && row.of !== 'plan' && rule.at.startsWith(head);
  return named ? `${row.path}.${rule.at.slice(head.length)}` : row.path;
}

const ORDER: readonly Severity[] = ['hint', 'warning', 'error'];

function milder(severity: Severity, atMost: Severity | null): Severity {
  return atMost !== null && ORDER.indexOf(atMost) < ORDER.indexOf(severity) ? atMost : severity;
}
