import { useEffect, useState } from 'react';
import { flush, unsavedEdits } from '../draft/saveQueue.ts';
import { wordsOf } from '../draft/wordsOf.ts';
import { Button } from '../ui/Button.tsx';
import styles from './BrokenView.module.css';
import { copyText } from './copyText.ts';

type BrokenViewProps = {
  readonly what: string;
  readonly error: unknown;
  readonly onAgain: () => void;
};

/** What stands in place of a part that broke: what happened, what is safe, what to do. */
export function BrokenView({ what, error, onAgain }: BrokenViewProps) {
  const [saved, setSaved] = useState<boolean | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    let gone = false;
    void flush().then((all) => {
      if (!gone) setSaved(all);
    });
    return () => {
      gone = true;
    };
  }, []);
  const unsaved = saved === false ? wordsOf(unsavedEdits()) : [];
  const report = [`“${what}”没能显示`, ...detailsOf(error), ...unsaved].join('\n');
  return (
    <div className={styles.broken} role="alert">
      <h2>“{what}”没能显示出来</h2>
      <p>
        这是程序的毛病，不是您的操作有误。
        {saved === null ? '正在确认您输入的内容都已保存…' : null}
        {saved === true ? '您输入的内容都已保存在草稿里，没有丢失。' : null}
        {saved === false ? '下面这些内容还没有存进草稿，请先复制保管：' : null}
      </p>
      {unsaved.length === 0 ? null : (
        <textarea className={styles.words} readOnly value={unsaved.join('\n\n')} aria-label="未保存的内容" />
      )}
      <div className={styles.actions}>
        <Button look="main" onClick={onAgain}>
          重新载入此页
        </Button>
        <Button onClick={() => setCopied(copyText(report))}>{copied ? '已复制' : '复制说明'}</Button>
      </div>
      <details className={styles.details}>
        <summary>给技术支持看的说明</summary>
        <pre>{detailsOf(error).join('\n')}</pre>
      </details>
    </div>
  );
}

function detailsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [`${error.name}: ${error.message}`, ...(error.stack?.split('\n').slice(1, 12) ?? [])];
}
