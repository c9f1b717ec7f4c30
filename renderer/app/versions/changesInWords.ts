import { assertNever } from '../../../shared/assertNever.ts';
import { TABLES } from '../../../shared/calls/operators/tableName.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import { printValue } from '../../../shared/documents/printValue.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import { editsBetween } from '../../../shared/edits/editsBetween.ts';
import type { Application } from '../../../shared/entities/application.ts';

const MOST_LINES = 40;
const MOST_CHARACTERS = 40;

/** What becomes of `now` when `then` is restored, a line a change; empty when they are alike. */
export function changesInWords(call: Call, now: Application, then: Application): readonly string[] {
  const lines = editsBetween(now, then).map((edit) => lineFor(call, edit, now));
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `另有 ${lines.length - MOST_LINES} 处改动`];
}

function lineFor(call: Call, edit: Edit, now: Application): string {
  switch (edit.kind) {
    case 'answer': {
      const field = call.fields.find(({ id }) => id === edit.field);
      if (field === undefined) return `${edit.field}：内容不同`;
      return `${field.label}：${short(printValue(call, field, edit.value))}`;
    }
    case 'direction': {
      const chosen = call.directions.find(({ id }) => id === edit.value.id);
      return `申报方向：${chosen?.label ?? '未选'}`;
    }
    case 'target':
      return `预期目标“${targetLabel(call, edit.target)}”：${edit.value === null ? '未填' : String(edit.value)}`;
    case 'statement': {
      const field = call.fields.find(({ id }) => id === edit.field);
      if (field === undefined) return `财务报表 ${edit.field}：数字不同`;
      return `财务报表“${field.label}”：${short(printValue(call, field, edit.value))}`;
    }
    case 'plan': {
      const item = call.outline.flatMap(({ items }) => items).find(({ id }) => id === edit.item);
      const title = item === undefined ? edit.item : `${item.number}${item.title}`;
      if (edit.value === null) return `方案 ${title}：没有内容`;
      return now.plan[edit.item] === undefined ? `方案 ${title}：有内容` : `方案 ${title}：文字不同`;
    }
    case 'settings':
      return '打印与口径设置不同';
    case 'setAside':
      return edit.reason === null ? '一条搁置的提示重新列出' : `一条提示按“${short(edit.reason)}”搁置`;
    case 'ledgerRows':
      return `${TABLES.ledgerRows}：${rowsInWords(edit.save.length, edit.remove.length, 0)}`;
    case 'rows': {
      // What files told is evidence beside the rows; the rows themselves are told above.
      const table =
        edit.list === 'ownIndicators'
          ? '自定指标'
          : edit.list === 'readings'
            ? '发票识读结果'
            : TABLES[edit.list];
      const there = new Set<string>(now[edit.list].map(({ id }) => id));
      const changed = edit.save.filter(({ id }) => there.has(id)).length;
      return `${table}：${rowsInWords(edit.save.length - changed, edit.remove.length, changed)}`;
    }
    default:
      return assertNever(edit);
  }
}

function rowsInWords(added: number, removed: number, changed: number): string {
  const parts = [
    added > 0 ? `多 ${added} 行` : '',
    removed > 0 ? `少 ${removed} 行` : '',
    changed > 0 ? `${changed} 行内容不同` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '顺序不同' : parts.join('，');
}

function targetLabel(call: Call, id: string): string {
  const targets = call.directions.flatMap((direction) => [
    ...direction.targets,
    ...direction.scenarios.flatMap((scenario) => scenario.targets),
  ]);
  return targets.find((target) => target.id === id)?.label ?? id;
}

function short(text: string | null): string {
  if (text === null) return '未填';
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > MOST_CHARACTERS
    ? `${letters.slice(0, MOST_CHARACTERS).join('')}…`
    : letters.join('');
}
