import { evaluate } from '../../../shared/calls/evaluate.ts';
import { rulesOf } from '../../../shared/calls/rulesOf.ts';
import { applyChange } from './applyChange.ts';
import { baseApplication } from './baseApplication.ts';
import { firstCall } from './firstCall.ts';
import { findingsFor } from './outcomeOf.ts';
import { readTables } from './readTables.ts';

const OPEN: Readonly<Record<string, string>> = {
  错误: 'unmet',
  警告: 'unmet',
  提示: 'unmet',
  待填: 'unknown',
  符合: 'met',
};

/** docs/checks.md: every id of the first call with its clause, its cases and what the user then reads. */
export function checksGuide(): string {
  const call = firstCall();
  const { cases, impossible } = readTables();
  const clauses = new Map(call.clauses.map((clause) => [clause.id, clause]));
  const ids = [...new Set(rulesOf(call).map((rule) => rule.id))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const parts = ids.map((id) => {
    const rules = rulesOf(call).filter((rule) => rule.id === id);
    const quoted = [...new Set(rules.map((rule) => rule.clause))].flatMap(
      (clause) => clauses.get(clause) ?? [],
    );
    const rows = cases
      .filter((entry) => entry.rule.split('/')[0] === id)
      .map(({ rule, base, situation, change, expected, message }) => {
        const { findings } = evaluate(call, applyChange(call, baseApplication(call, base), change));
        const told = findingsFor(findings, rule).filter((finding) => finding.outcome === OPEN[expected]);
        // The one the case is about, else the call's own wording before that of a single field.
        const meant = message === '' ? undefined : told.find((finding) => finding.message.includes(message));
        const said = meant ?? told.find((finding) => finding.key === id) ?? told[0];
        return `| ${situation} | ${expected} | ${(said?.message ?? '').replaceAll('|', '\\|')} |`;
      });
    const reasons = impossible
      .filter((entry) => entry.rule === id)
      .map((entry) => `\n没有“${entry.outcome}”：${entry.reason}。\n`);
    return [
      `## ${id}\n`,
      ...quoted.map((clause) => `> ${clause.ref}：${clause.text.replaceAll('\n', ' ')}\n`),
      '| 情形 | 结果 | 用户看到 |\n|---|---|---|',
      ...rows,
      ...reasons,
    ].join('\n');
  });
  return `${HEAD}\n${parts.join('\n\n').trimEnd()}\n`;
}

const HEAD = `# 检查：每一条要求的情形与结果

本页由 tests/calls/golden 下的表格生成（\`node tests/calls/golden/writeChecksGuide.ts\`），每一行都由测试逐条验证。
结果的意思：符合；错误（改好才能定稿）；警告（写明理由可以搁置）；待填（还没有填，不等于不符合）；不适用（这份申报不问这一条）。
比较的数字按“以上”含本数、“低于”不含本数（民法典第一千二百五十九条）；金额在程序里是整数分，没有四舍五入的误差。
`;
