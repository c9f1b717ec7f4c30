import { ArrowDownOutlined, ArrowUpOutlined, CrownOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { memo } from 'react';
import type { ConsortiumMember } from '../../../shared/entities/consortium.ts';
import { edit } from '../../draft/edit.ts';
import { useCall, useReadOnly } from '../../draft/useDraft.ts';
import { FieldFrame } from '../../fields/FieldFrame.tsx';
import { TextControl } from '../../fields/TextControl.tsx';
import styles from './Consortium.module.css';
import { saveMembers } from './memberEdits.ts';

type MemberCardProps = {
  readonly member: ConsortiumMember;
  /** Its place, from 1, and how many there are. */
  readonly number: number;
  readonly count: number;
  readonly onLead: (id: string) => void;
  readonly onMove: (id: string, by: 1 | -1) => void;
  readonly onRemove: (member: ConsortiumMember) => void;
};

type TextKey = 'name' | 'code' | 'address' | 'contact' | 'phone' | 'task' | 'introduction';

/** One unit of the consortium. */
export const MemberCard = memo(function MemberCard(props: MemberCardProps) {
  const { member, number, count, onLead, onMove, onRemove } = props;
  const call = useCall();
  const readOnly = useReadOnly();
  const at = `consortium[${member.id}]`;
  const title = member.name.trim() === '' ? `第 ${number} 家单位` : member.name;
  const set = (patch: Partial<ConsortiumMember>, column: string): void =>
    edit([saveMembers({ ...member, ...patch })], {
      at: `${at}.${column}`,
      mergeKey: `member ${member.id} ${column}`,
    });
  const text = (key: TextKey, label: string, hint: string, multiline = false) => (
    <FieldFrame at={`${at}.${key}`} label={label} hint={hint} answered={member[key] !== ''} wide={multiline}>
      {({ id, describedBy, status }) => (
        <TextControl
          id={id}
          describedBy={describedBy}
          value={member[key]}
          multiline={multiline ? { minRows: 2, maxRows: 10 } : false}
          readOnly={readOnly}
          {...(status === null ? {} : { status })}
          {...(key === 'phone' ? { inputMode: 'tel' as const } : {})}
          onChange={(value) => set({ [key]: value }, key)}
        />
      )}
    </FieldFrame>
  );
  return (
    <section className={styles.card} data-at={at} data-lead={member.lead} aria-label={title}>
      <div className={styles.cardHead}>
        <h2>{title}</h2>
        {member.lead ? (
          <span className={styles.lead}>
            <CrownOutlined aria-hidden /> 牵头单位
          </span>
        ) : (
          !readOnly && (
            <Button size="small" type="text" onClick={() => onLead(member.id)}>
              设为牵头单位
            </Button>
          )
        )}
        <span className={styles.spacer} />
        {!readOnly && (
          <>
            <Button
              size="small"
              type="text"
              aria-label={`上移 ${title}`}
              icon={<ArrowUpOutlined aria-hidden />}
              disabled={number === 1}
              onClick={() => onMove(member.id, -1)}
            />
            <Button
              size="small"
              type="text"
              aria-label={`下移 ${title}`}
              icon={<ArrowDownOutlined aria-hidden />}
              disabled={number === count}
              onClick={() => onMove(member.id, 1)}
            />
            <Button
              size="small"
              type="text"
              aria-label={`删除 ${title}`}
              icon={<DeleteOutlined aria-hidden />}
              onClick={() => onRemove(member)}
            />
          </>
        )}
      </div>
      <div className={styles.fields}>
        {text('name', '单位名称', '与营业执照或登记证书一致')}
        {text('code', '统一社会信用代码', '18 位，也可以是 9 位组织机构代码')}
        {call.memberRoles.length > 0 && (
          <FieldFrame
            at={`${at}.roles`}
            label="成员类型"
            hint="可以选几种；所选方向按类型核对联合体是否齐全"
            answered={member.roles.length > 0}
          >
            {({ id }) => (
              <Select
                id={id}
                mode="multiple"
                className={styles.select ?? ''}
                value={member.roles}
                disabled={readOnly}
                placeholder="请选择"
                showSearch={{ optionFilterProp: 'label' }}
                options={call.memberRoles.map((role) => ({ value: role.id, label: role.label }))}
                onChange={(roles: string[]) => set({ roles }, 'roles')}
              />
            )}
          </FieldFrame>
        )}
        {text('address', '地址', '')}
        {text('contact', '联系人', '')}
        {text('phone', '联系电话', '手机，或“区号-号码”')}
        {text('task', '任务分工', '这家单位在项目里做什么', true)}
        {text('introduction', '基本情况', '单位概况、相关能力和业绩', true)}
      </div>
    </section>
  );
});
