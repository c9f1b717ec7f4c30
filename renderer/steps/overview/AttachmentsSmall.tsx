import { useMemo } from 'react';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { Icon } from '../../ui/Icon.tsx';
import { attachmentStates } from './attachmentStates.ts';
import styles from './OverviewPage.module.css';

const words = { there: '已齐', lacking: '缺', problem: '有问题' } as const;
const icons = { there: 'check', lacking: 'clock', problem: 'warning' } as const;

/** Which attachments are there and which are wanted. */
export function AttachmentsSmall() {
  const call = useCall();
  const attachments = useApplication((application) => application.attachments);
  const findings = useReport();
  const states = useMemo(() => attachmentStates(call, attachments, findings), [call, attachments, findings]);
  const lacking = states.filter(({ state }) => state === 'lacking').length;
  return (
    <section className={styles.card} aria-labelledby="hub-attachments">
      <h2 id="hub-attachments">
        附件
        <span className={styles.sum}>{lacking === 0 ? '' : `缺 ${lacking} 类`}</span>
      </h2>
      {states.length === 0 ? (
        <p className={styles.note}>选定方向后，这里列出要交的附件。</p>
      ) : (
        <ul className={styles.attachments}>
          {states.map(({ kind, label, files, state }) => (
            <li key={kind}>
              <button type="button" onClick={() => jumpTo(`attachments.${kind}`)}>
                <span className={styles.label}>{label}</span>
                <span className={styles[state]}>
                  <Icon name={icons[state]} />
                  {words[state]}
                  {files > 0 ? ` ${files}` : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
