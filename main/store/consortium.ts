import { ConsortiumMember } from '../../shared/entities/consortium.ts';
import { listTable } from './listTable.ts';
import { fromJson } from './sqlRow.ts';

/** The units of the 联合体. */
export const consortium = listTable<ConsortiumMember>({
  table: 'consortium',
  path: 'consortium',
  schema: ConsortiumMember,
  idOf: (member) => member.id,
  columns: ['lead', 'name', 'code', 'roles', 'address', 'contact', 'phone', 'task', 'introduction'],
  toRow: (member) => [
    member.lead ? 1 : 0,
    member.name,
    member.code,
    JSON.stringify(member.roles),
    member.address,
    member.contact,
    member.phone,
    member.task,
    member.introduction,
  ],
  fromRow: (row) => ({
    id: row.id,
    lead: row.lead === 1,
    name: row.name,
    code: row.code,
    roles: fromJson(row.roles),
    address: row.address,
    contact: row.contact,
    phone: row.phone,
    task: row.task,
    introduction: row.introduction,
  }),
});
