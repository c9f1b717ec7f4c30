import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { ConsortiumMember } from '../entities/consortium.ts';
import type { Block } from './block.ts';
import { cell, heading, headRow, paragraph, row } from './blockBuilders.ts';
import { plainText } from './plainText.ts';

const LEAD = '牵头单位';

function rolesOf(call: Call, member: ConsortiumMember): string {
  const labels = member.roles.map((id) => call.memberRoles.find((role) => role.id === id)?.label ?? id);
  return [...(member.lead ? [LEAD] : []), ...labels].join('、');
}

function bodyParagraphs(text: string): Block[] {
  return plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph('body', line));
}

function memberBlocks(call: Call, member: ConsortiumMember, index: number): Block[] {
  const facts: readonly (readonly [string, string, string, string])[] = [
    ['统一社会信用代码', member.code, '单位类型', rolesOf(call, member)],
    ['联系人', member.contact, '联系电话', member.phone],
  ];
  const label = (text: string) => cell(text, { role: 'label', align: 'center' });
  return [
    heading(4, `consortium.${member.id}`, `（${index + 1}）${member.name || '（单位名称待填）'}`),
    {
      type: 'table',
      anchor: null,
      style: 'data',
      columns: [5, 7, 3, 6],
      head: [],
      rows: [
        ...facts.map(([a, b, c, d]) => row([label(a), cell(b), label(c), cell(d)])),
        row([label('地址'), cell(member.address, { span: 3 })]),
      ],
      size: 'normal',
    },
    ...bodyParagraphs(member.introduction),
  ];
}

/** 联合体单位基本情况: for every unit its facts and its own introduction. */
export function consortiumIntroduction(call: Call, application: Application): Block[] {
  return application.consortium.flatMap((member, index) => memberBlocks(call, member, index));
}

/** 联合体各单位任务分工 as a table; nothing when there is no consortium. */
export function consortiumTasks(call: Call, application: Application): Block[] {
  if (application.consortium.length === 0) return [];
  return [
    paragraph('tableCaption', '联合体各单位任务分工', 'center'),
    {
      type: 'table',
      anchor: null,
      style: 'data',
      columns: [2, 8, 6, 16],
      head: [headRow(['序号', '单位名称', '单位类型', '任务分工'])],
      rows: application.consortium.map((member, index) =>
        row([
          cell(String(index + 1), { align: 'center' }),
          cell(member.name),
          cell(rolesOf(call, member)),
          cell(member.task),
        ]),
      ),
      size: 'normal',
    },
  ];
}
