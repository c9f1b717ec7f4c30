import { useEffect, useRef } from 'react';
import { openDialog } from '../app/dialogs.ts';
import { chooseDraft } from '../app/drafts.ts';
import { BookMark } from '../ui/BookMark.tsx';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { CallList } from './CallList.tsx';
import { Journey } from './Journey.tsx';
import { RecentList } from './RecentList.tsx';
import { SampleList } from './SampleList.tsx';
import styles from './StartPage.module.css';
import { useAppInfo } from './useAppInfo.ts';
import { useRecents } from './useRecents.ts';

/** First page of the program: begin, go on, or look at a sample. `onIdle` fetches what will be needed next. */
export function StartPage({ onIdle }: { readonly onIdle: () => Promise<unknown> }) {
  const info = useAppInfo();
  const { recents, forget } = useRecents();
  useEffect(() => {
    const timer = setTimeout(() => void onIdle(), 400);
    return () => clearTimeout(timer);
  }, [onIdle]);
  const title = useRef<HTMLHeadingElement>(null);
  // A draft that was closed took the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles.page}>
      <main className={styles.start}>
        <header className={styles.brand}>
          <BookMark />
          <div className={styles.name}>
            <h1 ref={title} tabIndex={-1}>
              成册
            </h1>
            <p>离线准备、检查、装订政府项目申报材料</p>
          </div>
          <div className={styles.actions}>
            <Button look="main" icon="add" onClick={() => openDialog({ kind: 'newDraft' })}>
              新建申报
            </Button>
            <Button icon="folder" onClick={() => void chooseDraft()}>
              打开…
            </Button>
          </div>
        </header>
        <section className={styles.recents} aria-labelledby="recents-title">
          <h2 id="recents-title">最近草稿</h2>
          {recents === null ? (
            <p className={styles.note}>正在读取…</p>
          ) : recents.length === 0 ? (
            <Journey />
          ) : (
            <RecentList recents={recents} onForget={forget} />
          )}
        </section>
        <div className={styles.beside}>
          <section aria-labelledby="calls-title">
            <h2 id="calls-title">可以申报的通知</h2>
            <CallList info={info} />
          </section>
          {info?.ok && info.value.samples.length > 0 ? (
            <section aria-labelledby="samples-title">
              <h2 id="samples-title">先看看示例</h2>
              <SampleList samples={info.value.samples} />
            </section>
          ) : null}
          <section aria-labelledby="profiles-title">
            <h2 id="profiles-title">公司资料库</h2>
            <p className={styles.note}>单位、证照和人员信息存一次，下次申报直接带入。</p>
            <Button look="quiet" icon="building" onClick={() => openDialog({ kind: 'profiles' })}>
              管理公司资料
            </Button>
          </section>
        </div>
      </main>
      <footer className={styles.foot}>
        <span>本程序不连接网络，材料只保存在您选择的位置。</span>
        <span className={styles.keys}>
          <span>
            <Kbd keys="Mod+K" /> 查找操作
          </span>
          <span>
            <Kbd keys="F1" /> 快捷键
          </span>
        </span>
        <span>{info?.ok ? `版本 ${info.value.version}` : ''}</span>
      </footer>
    </div>
  );
}
