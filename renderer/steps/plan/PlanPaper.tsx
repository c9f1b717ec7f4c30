import { useLayoutEffect, useRef, useState } from 'react';
import { itemTitle } from '../../../shared/documents/printedOutline.ts';
import { splitGenerated } from '../../../shared/documents/splitGenerated.ts';
import { useCall } from '../../draft/useDraft.ts';
import { ClauseButton } from '../../fields/ClauseButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { RichEditor } from './editor/RichEditor.tsx';
import { GeneratedCard } from './generated/GeneratedCard.tsx';
import type { OutlineEntry } from './outline/outlineItems.ts';
import { PlanFindings } from './PlanFindings.tsx';
import styles from './PlanPaper.module.css';

type PlanPaperProps = {
  readonly entry: OutlineEntry;
  /** The cursor goes into the text. */
  readonly write: boolean;
  /** The paper is shown from its head, wherever the one before was scrolled to. */
  readonly moved: boolean;
};

/** One outline item as it prints: its title, what is made of data, the applicant's words; above, what the notice wants. */
export function PlanPaper({ entry, write, moved }: PlanPaperProps) {
  const { chapter, item, state, words, at } = entry;
  const call = useCall();
  const [anyway, setAnyway] = useState(false);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (moved) section.current?.scrollIntoView({ block: 'start' });
  }, [moved]);
  const clause = call.clauses.find(({ id }) => id === item.clause);
  const { before, after } = splitGenerated(item.generated);
  const title = itemTitle(item);
  const silent = state === 'notApplicable' || (item.text === 'none' && words === 0);
  const writes = !silent || anyway;
  return (
    <section className={styles.item} aria-label={title} ref={section}>
      <header className={styles.wanted}>
        <p className={styles.prompt}>
          <span className={styles.kind}>{item.text === 'required' ? '通知要求写明' : '通知提纲'}</span>
          {item.prompt}
          {clause === undefined ? null : (
            <>
              {' '}
              <ClauseButton clause={clause} about={item.title} />
            </>
          )}
        </p>
        <p className={styles.count} aria-live="off">
          <strong>{words.toLocaleString('zh-CN')}</strong> 字
        </p>
      </header>
      <PlanFindings at={at} />
      <div className={styles.tools} ref={setTools} />
      <article className={styles.sheet}>
        <p className={styles.chapter}>{itemTitle(chapter)}</p>
        <h2 className={styles.title}>{title}</h2>
        {state === 'notApplicable' ? (
          <p className={styles.none}>按现在的申报方向，本项目不涉及这一项，打印时写“不涉及。”或略去。</p>
        ) : (
          before.map((generated) => (
            <GeneratedCard key={JSON.stringify(generated)} generated={generated} beside={writes} />
          ))
        )}
        {silent && !anyway ? (
          <p className={styles.none} data-at={at}>
            {state === 'notApplicable' ? '' : '这一项由申报表的数据自动生成，不需要另写文字。'}{' '}
            <Button look="quiet" onClick={() => setAnyway(true)}>
              仍要写几句
            </Button>
          </p>
        ) : null}
        {writes ? (
          <RichEditor item={item.id} title={title} autoFocus={write || anyway} tools={tools} />
        ) : null}
        {state === 'notApplicable'
          ? null
          : after.map((generated) => (
              <GeneratedCard key={JSON.stringify(generated)} generated={generated} beside={writes} />
            ))}
      </article>
    </section>
  );
}
