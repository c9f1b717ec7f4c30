import { useMemo } from 'react';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { Icon } from '../../ui/Icon.tsx';
import { kindStates } from '../attachments/kindStates.ts';
import { attachmentLines } from './attachmentLines.ts';
import styles from './OverviewPage.module.css';

const icons = { there: 'check', lacking: 'clock', doubt: 'warning', problem: 'error' } as const;

/** Which attachments are there and which are wanted. */
export function AttachmentsSmall() {
  const call = useCall();
  const application = useApplication((whole) => whole);
  const findings = useReport();
  const lines = useMemo(
    () => attachmentLines(kindStates(call, application, findings)),
    [call, application, findings],
  );
  const lacking = lines.filter(({ word }) => word === '缺').length;
  return (
    <section className={styles.card} aria-labelledby="hub-attachments">
      <h2 id="hub-attachments">
        附件
        <span className={styles.sum}>{lacking === 0 ? '' : `缺 ${lacking} 类`}</span>
      </h2>
      {lines.length === 0 ? (
        <p className={styles.note}>选定方向后，这里列出要交的附件。</p>
      ) : (
        <ul className={styles.attachments}>
          {lines.map(({ kind, label, files, state, word }) => (
            <li key={kind}>
              <button type="button" onClick={() => jumpTo(`attachments.${kind}`)}>
                <span className={styles.label}>{label}</span>
                <span className={styles[state]}>
                  <Icon name={icons[state]} />
                  {word}
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
