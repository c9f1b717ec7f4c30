import { CheckCircleFilled, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isOpen } from '../../../shared/calls/isOpen.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { clauseOf } from '../../fields/clauseOf.ts';
import { VerdictLine } from '../../fields/Verdict.tsx';
import styles from './Consortium.module.css';
import { consortiumNeeds } from './consortiumNeeds.ts';

/** What the chosen direction wants of the consortium, ticked off while units are registered. */
export function ConsortiumNeedsPanel() {
  const call = useCall();
  const direction = useApplication((application) => application.direction);
  const consortium = useApplication((application) => application.consortium);
  const attachments = useApplication((application) => application.attachments);
  const findings = useReport().filter((one) => one.at === 'consortium' && isOpen(one));
  const needs = consortiumNeeds(call, { direction, consortium, attachments });
  if (needs === null) {
    return (
      <div className={styles.needs}>
        <p>
          {direction.id === null
            ? '选定申报方向后，这里会说明是否需要联合体、要有哪些单位。'
            : '所选方向不要求组成联合体。与其他单位联合申报的，可以在这里登记，发票的购买方会按联合体成员核对。'}
        </p>
        {findings.map((finding) => (
          <VerdictLine key={finding.key} finding={finding} />
        ))}
      </div>
    );
  }
  return (
    <section className={styles.needs} aria-label="本方向对联合体的要求">
      <p>
        本方向要求组成联合体申报，单位不超过 {needs.maxUnits} 家。
        <ClauseButton clause={clauseOf(call, needs.clause)} about="联合体要求" />
      </p>
      <ul>
        {needs.roles.map(({ id, label, units }) => (
          <Need key={id} met={units.length > 0} role={id}>
            {label}：{units.length === 0 ? '还没有登记' : units.join('、')}
          </Need>
        ))}
        <Need met={needs.units <= needs.maxUnits && needs.units > 0} wrong={needs.units > needs.maxUnits}>
          已登记 {needs.units} 家
          {needs.units > needs.maxUnits
            ? `，多出 ${needs.units - needs.maxUnits} 家`
            : `，至多 ${needs.maxUnits} 家`}
        </Need>
        <Need met={needs.agreement.files > 0}>
          {needs.agreement.label}：
          {needs.agreement.files > 0 ? `已放入 ${needs.agreement.files} 个文件` : '还没有放入'}
          <Button type="link" size="small" onClick={() => jumpTo(`attachments.${needs.agreement.id}`)}>
            去附件
          </Button>
        </Need>
      </ul>
      {findings.map((finding) => (
        <VerdictLine key={finding.key} finding={finding} />
      ))}
    </section>
  );
}

type NeedProps = {
  readonly met: boolean;
  readonly wrong?: boolean;
  readonly role?: string;
  readonly children: ReactNode;
};

function Need({ met, wrong = false, role, children }: NeedProps) {
  const [state, icon, word] = met
    ? (['met', <CheckCircleFilled key="met" />, '已齐'] as const)
    : wrong
      ? (['wrong', <WarningFilled key="wrong" />, '不合'] as const)
      : (['open', <MinusCircleOutlined key="open" />, '待补'] as const);
  return (
    <li data-state={state} data-role={role}>
      <span role="img" aria-label={word}>
        {icon}
      </span>
      <span>{children}</span>
    </li>
  );
}
