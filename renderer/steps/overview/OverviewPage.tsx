import { lazy, Suspense } from 'react';
import { runCommand } from '../../app/commands/commands.ts';
import { goTo, jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { useSectionStates } from '../../draft/useSectionStates.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { AttachmentsSmall } from './AttachmentsSmall.tsx';
import { FactsSmall } from './FactsSmall.tsx';
import styles from './OverviewPage.module.css';
import { SectionRow } from './SectionRow.tsx';

const ReconciliationSmall = lazy(async () => ({
  default: (await import('../reconciliation/ReconciliationSmall.tsx')).ReconciliationSmall,
}));

/** The hub: how far the application is, what to do next, and the whole at a glance. */
export function OverviewPage() {
  const call = useCall();
  const states = useSectionStates();
  const readOnly = useReadOnly();
  const projectName = useApplication(({ answers }) => answers[call.roles.projectName] ?? null);
  const done = states.filter(({ state }) => state === 'done').length;
  const first = states.find(({ next }) => next !== null) ?? null;
  return (
    <>
      <PageHead title={typeof projectName === 'string' && projectName !== '' ? projectName : '新的申报'}>
        {states.length === 0 ? null : (
          <span className={styles.progress}>
            <ProgressBar className={styles.bar} value={done} max={states.length} aria-hidden="true" />
            {`完成 ${done} 节，共 ${states.length} 节`}
          </span>
        )}
      </PageHead>
      <div className={styles.hub}>
        <div className={styles.main}>
          {first?.next === null || first === null ? (
            states.length === 0 ? null : (
              <section className={`${styles.next} ${styles.ready}`} aria-label="下一步">
                <p className={styles.nextWord}>下一步</p>
                <p className={styles.nextText}>各节都已齐备，可以预览和导出了。</p>
                <Button look="main" onClick={() => goTo({ page: 'export' })}>
                  预览与导出
                </Button>
              </section>
            )
          ) : (
            <section className={styles.next} aria-label="下一步">
              <p className={styles.nextWord}>下一步 · {first.title}</p>
              <p className={styles.nextText}>{first.next.message}</p>
              <Button look="main" onClick={() => jumpTo(first.next?.at ?? '')}>
                去处理
              </Button>
            </section>
          )}
          <section aria-label="各节进度">
            <ol className={styles.sections}>
              {call.sections.map(({ id, title }, index) => (
                <SectionRow
                  key={id}
                  number={index + 1}
                  id={id}
                  title={title}
                  state={states.find((one) => one.id === id) ?? null}
                />
              ))}
            </ol>
          </section>
        </div>
        <div className={styles.beside}>
          <FactsSmall />
          <AttachmentsSmall />
          <section className={styles.card} aria-labelledby="hub-reconciliation">
            <h2 id="hub-reconciliation">对账</h2>
            <Suspense fallback={null}>
              <ReconciliationSmall />
            </Suspense>
          </section>
          <section className={styles.card} aria-labelledby="hub-actions">
            <h2 id="hub-actions">常用</h2>
            <div className={styles.actions}>
              <Button look="quiet" icon="download" onClick={() => goTo({ page: 'export' })}>
                预览与导出
              </Button>
              {readOnly ? null : (
                <Button look="quiet" icon="clock" onClick={() => runCommand('file.saveVersion')}>
                  保存一个版本
                </Button>
              )}
              <Button look="quiet" icon="undo" onClick={() => runCommand('file.versions')}>
                查看与恢复版本
              </Button>
              <Button look="quiet" icon="building" onClick={() => runCommand('file.keepProfile')}>
                存入公司资料库
              </Button>
            </div>
          </section>
        </div>
      </div>
    </>
  );
}
