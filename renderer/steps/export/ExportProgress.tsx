import { useEffect, useState } from 'react';
import type { EventValue } from '../../../shared/contract/events.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ExportPage.module.css';
import { elapsedWords } from './elapsedWords.ts';
import { cancelExport, type ExportRun } from './exportStore.ts';

type Stage = EventValue<'export:progress'>['stage'];
const stages: readonly { readonly stage: Stage; readonly title: string }[] = [
  { stage: 'files', title: '取出附件' },
  { stage: 'typeset', title: '排版' },
  { stage: 'bind', title: '装订附件' },
  { stage: 'word', title: '写 Word 文档' },
  { stage: 'proof', title: '重新读取，逐项复核' },
  { stage: 'sheet', title: '写装订与盖章清单' },
];

/** What is being done, by stage, with what is at work; it can be called off at any moment. */
export function ExportProgress({ run }: { readonly run: Extract<ExportRun, { kind: 'running' }> }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const at = stages.findIndex(({ stage }) => stage === run.progress?.stage);
  return (
    <section className={styles.card} aria-label="正在导出">
      <h2 className={styles.heading}>{run.cancelling ? '正在取消' : '正在导出'}</h2>
      <ol className={styles.stages}>
        {stages.map(({ stage, title }, index) => {
          const state = index < at ? 'done' : index === at ? 'now' : 'later';
          return (
            <li key={stage} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className={styles.stageMark}>{state === 'done' ? <Icon name="check" /> : index + 1}</span>
              <span>
                {title}
                <span className="heard">{STATE_WORDS[state]}</span>
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" className={styles.now}>
        {run.cancelling ? '正在停下来并清理没写完的文件…' : (run.progress?.message ?? '正在保存草稿…')}
      </p>
      <p className={styles.soft}>
        已用 {elapsedWords((now - run.since) / 1000)}。可以先去别的页面继续填写，这次导出的是开始时的内容。
      </p>
      <div className={styles.actions}>
        <Button onClick={cancelExport} disabled={run.cancelling}>
          取消
        </Button>
        <span className={styles.soft}>取消不会留下任何文件，原有的文件也不动。</span>
      </div>
    </section>
  );
}

const STATE_WORDS = { done: '，已完成', now: '，正在进行', later: '，未开始' } as const;
