import { Progress } from 'antd';
import { Button } from '../ui/Button.tsx';
import styles from './AddingPanel.module.css';
import { cancelAdding, useAttaching } from './attaching.ts';

/** What is being added just now, with a way to stop it. */
export function AddingPanel() {
  const { running, doing, progress, cancelling } = useAttaching();
  if (running === 0 || progress === null) return null;
  const { done, total, file } = progress;
  const percent = total === 0 ? 0 : Math.round((done / total) * 100);
  const gathering = total === 0;
  const what = doing === 'adding' ? '添加' : '识读';
  return (
    <section className={styles.panel} aria-label={`正在${what}文件`}>
      <div className={styles.head}>
        <strong>
          {cancelling ? '正在停止…' : gathering ? '正在查看文件夹和压缩包……' : `正在${what} ${total} 份文件`}
        </strong>
        <Button look="quiet" disabled={cancelling} onClick={() => void cancelAdding()}>
          取消{what}
        </Button>
      </div>
      <Progress percent={percent} size="small" showInfo={false} aria-label={`已完成 ${percent}%`} />
      <p className={styles.file}>
        <span>{file === '' && !gathering ? '正在查看文件…' : file}</span>
        {gathering ? null : (
          <span>
            {done} / {total}
          </span>
        )}
      </p>
      <p className="heard" role="status">
        {percent < 100 ? `正在${what}文件` : '即将完成'}
      </p>
    </section>
  );
}
