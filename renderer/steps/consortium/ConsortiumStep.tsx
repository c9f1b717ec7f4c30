import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { ConsortiumMember } from '../../../shared/entities/consortium.ts';
import { normaliseCode } from '../../../shared/entities/creditCode.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit, undo } from '../../draft/edit.ts';
import type { Change } from '../../draft/history.ts';
import { useApplication, useCall, useDraft, useReadOnly } from '../../draft/useDraft.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './Consortium.module.css';
import { ConsortiumNeedsPanel } from './ConsortiumNeedsPanel.tsx';
import { MemberCard } from './MemberCard.tsx';
import { leadBy, moveMember, saveMembers } from './memberEdits.ts';

/** 联合体: the units that apply together, the lead among them. */
export function ConsortiumStep() {
  const call = useCall();
  const members = useApplication((application) => application.consortium);
  const answers = useApplication((application) => application.answers);
  const readOnly = useReadOnly();
  const last = useDraft(({ past }) => past.at(-1));
  const [removal, setRemoval] = useState<{ readonly change: Change; readonly name: string } | null>(null);
  const textOf = (field: string): string => {
    const answer = answers[field];
    return typeof answer === 'string' ? answer : '';
  };
  const applicant = textOf(call.roles.applicantName);

  const lead = useCallback((id: string): void => edit([leadBy(current(), id)], { at: 'consortium' }), []);
  const move = useCallback((id: string, by: 1 | -1): void => {
    const moved = moveMember(current(), id, by);
    if (moved !== null) edit([moved], { at: `consortium[${id}]` });
  }, []);
  const remove = useCallback((member: ConsortiumMember): void => {
    edit([{ kind: 'rows', list: 'consortium', save: [], remove: [member.id] }], { at: 'consortium' });
    const change = draftStore.getState()?.past.at(-1);
    if (change !== undefined) setRemoval({ change, name: member.name.trim() || '这家单位' });
  }, []);
  const add = (patch: Partial<ConsortiumMember> = {}): void => {
    const member = ConsortiumMember.parse({ id: `u-${crypto.randomUUID()}`, ...patch });
    edit([saveMembers(member)], { at: `consortium[${member.id}]` });
  };
  const addApplicant = (): void =>
    add({
      lead: true,
      name: applicant,
      code: normaliseCode(textOf(call.roles.applicantCode)),
      contact: call.roles.contact === null ? '' : textOf(call.roles.contact),
    });
  const wantsApplicant = applicant !== '' && members.every((member) => !member.lead);
  const buttons = !readOnly && (
    <div className={styles.buttons}>
      {wantsApplicant && (
        <Button type="primary" onClick={addApplicant}>
          把申报单位登记为牵头单位
        </Button>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => add()}>
        登记一家单位
      </Button>
    </div>
  );
  return (
    <div className={styles.step} data-at="consortium">
      <ConsortiumNeedsPanel />
      {removal !== null && removal.change === last && (
        <p role="status">
          已删除“{removal.name}”
          <Button type="link" size="small" onClick={() => undo()}>
            撤销
          </Button>
        </p>
      )}
      {members.length === 0 ? (
        <EmptyState title="还没有登记联合体单位" action={buttons}>
          申报单位自己也是一家，请登记为牵头单位；其他单位的名称、代码和分工会印在方案里，发票的购买方也按它们核对。
        </EmptyState>
      ) : (
        <>
          {members.map((member, index) => (
            <MemberCard
              key={member.id}
              member={member}
              number={index + 1}
              count={members.length}
              onLead={lead}
              onMove={move}
              onRemove={remove}
            />
          ))}
          {buttons}
        </>
      )}
    </div>
  );
}

function current(): readonly ConsortiumMember[] {
  return draftStore.getState()?.application.consortium ?? [];
}
