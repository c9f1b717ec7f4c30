import { useMemo } from 'react';
import { reasonsForDraft } from '../../../shared/documents/reasonsForDraft.ts';
import { goTo, jumpTo } from '../../app/navigation.ts';
import { useApplication, useCall, useDraft } from '../../draft/useDraft.ts';
import { usePreview } from '../../preview/previewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ExportPage.module.css';
import { ExportSettings } from './ExportSettings.tsx';
import { chooseFolder, startExport, useExport } from './exportStore.ts';
import { type Fact, FactList } from './FactList.tsx';

type ExportPlanProps = {
  /** Why the last export did not come to its end. */
  readonly stopped: { readonly code: string; readonly message: string } | null;
};

/** What will be made, what stands in the way, how it is printed, and where it goes. */
export function ExportPlan({ stopped }: ExportPlanProps) {
  const { folder } = useExport();
  return (
    <div className={styles.plan}>
      {stopped === null ? null : (
        <div
          className={styles.stopped}
          data-kind={stopped.code === 'cancelled' ? 'cancelled' : 'failed'}
          role="alert"
        >
          <p>{stopped.message}</p>
          <Button onClick={() => void startExport()}>
            {stopped.code === 'cancelled' ? '重新导出' : '重试'}
          </Button>
          {stopped.code.startsWith('disk-') ? (
            <Button onClick={() => void chooseFolder()}>换一个文件夹…</Button>
          ) : null}
        </div>
      )}
      <Verdict />
      <WhatIsMade />
      <ExportSettings />
      <section className={styles.card} aria-label="导出到">
        <h2 className={styles.heading}>导出到</h2>
        {folder === null ? (
          <p className={styles.soft}>还没有选文件夹。最好选一个空的文件夹，里面只放这次要报送的成品。</p>
        ) : (
          <>
            <p className={styles.folder}>
              <Icon name="folder" /> {folder.folder}
            </p>
            {folder.holdsPackage ? (
              <p className={styles.soft}>
                这里有以前导出的成品：没有人改过的会换成新的；改过的不会丢，会改名保留。
              </p>
            ) : null}
          </>
        )}
        <div className={styles.actions}>
          <Button look="main" icon="download" onClick={() => void startExport()}>
            {folder === null ? '选择文件夹并导出…' : '开始导出'}
          </Button>
          {folder === null ? null : <Button onClick={() => void chooseFolder()}>换一个文件夹…</Button>}
        </div>
      </section>
    </div>
  );
}

const MOST_SHOWN = 6;

/** Final or 草稿, and what has to be settled first. */
function Verdict() {
  const report = useDraft((state) => state.report);
  const losses = useDraft((state) => state.info.notices.some(({ code }) => code === 'salvaged'));
  const open = useMemo(
    () =>
      (report?.findings ?? []).filter(
        ({ severity, outcome, impliedBy }) => severity === 'error' && outcome !== 'met' && impliedBy === null,
      ),
    [report],
  );
  if (report === null) return <p className={styles.soft}>正在检查…</p>;
  const reasons = [...reasonsForDraft(report), ...(losses ? ['草稿文件曾有损坏，有的内容没能恢复'] : [])];
  if (reasons.length === 0)
    return (
      <section className={styles.card} data-verdict="final" aria-label="成品">
        <h2 className={styles.verdict} data-kind="final">
          <Icon name="check" /> 可以导出正式稿
        </h2>
        <p className={styles.soft}>
          没有未解决的错误。导出时还会把写好的文件重新读一遍逐项复核，全部相符才算正式稿。
        </p>
      </section>
    );
  return (
    <section className={styles.card} data-verdict="draft" aria-label="成品">
      <h2 className={styles.verdict} data-kind="draft">
        <Icon name="warning" /> 现在导出的是草稿
      </h2>
      <p>{reasons.join('，')}。草稿每页印有“草稿”字样，可以拿去传阅和核对，不能报送。</p>
      <ul className={styles.findings}>
        {open.slice(0, MOST_SHOWN).map(({ key, message, at, outcome }) => (
          <li key={key}>
            <button type="button" className={styles.finding} onClick={() => jumpTo(at)}>
              <span className={styles.mark} data-kind={outcome === 'unmet' ? 'error' : 'unknown'}>
                {outcome === 'unmet' ? '错误' : '待填'}
              </span>
              <span className={styles.findingText}>{message}</span>
              <Icon name="chevronRight" />
            </button>
          </li>
        ))}
      </ul>
      {open.length > MOST_SHOWN ? (
        <Button look="quiet" onClick={() => goTo({ page: 'checks' })}>
          还有 {open.length - MOST_SHOWN} 项，到“检查”中查看全部
        </Button>
      ) : null}
    </section>
  );
}

/** Files, pages, sheets and spine, as the preview has counted them. */
function WhatIsMade() {
  const call = useCall();
  const preview = usePreview((state) => state.shown?.preview ?? null);
  const updating = usePreview((state) => state.updating);
  const problem = usePreview((state) => state.problem);
  const attachments = useApplication((application) => application.attachments);
  const bound = useMemo(() => {
    const kinds = new Set(call.attachments.filter((kind) => !kind.bound).map(({ id }) => id));
    return attachments.filter(({ kind }) => !kinds.has(kind));
  }, [attachments, call]);
  const colour = bound.reduce((sum, { colourPages }) => sum + (colourPages ?? 0), 0);
  const waiting = updating ? '正在排版…' : problem === null ? '正在排版…' : '没有排出来';
  const facts: readonly Fact[] = [
    ['页数', preview === null ? waiting : `${preview.pages.length} 页`],
    ['用纸', preview === null ? waiting : `${preview.sheets} 张，${preview.duplex ? '双面' : '单面'}印刷`],
    ['书脊', preview === null ? waiting : `约 ${preview.spineMm} 毫米`],
    ['附件', `${bound.length} 份${colour > 0 ? `，其中彩色 ${colour} 页` : ''}`],
  ];
  return (
    <section className={styles.card} aria-label="将要做成" aria-busy={updating}>
      <h2 className={styles.heading}>将要做成</h2>
      <ul className={styles.files}>
        <li>
          <Icon name="book" /> 装订成册的 PDF{' '}
          <span className={styles.soft}>目录、页码、书签、附件都在里面，拿去印刷</span>
        </li>
        <li>
          <Icon name="file" /> Word 文档{' '}
          <span className={styles.soft}>申报表、方案和清单，页码与 PDF 一致</span>
        </li>
        <li>
          <Icon name="list" /> 装订与盖章清单{' '}
          <span className={styles.soft}>哪一页盖什么章、怎么印、送到哪里</span>
        </li>
      </ul>
      <FactList facts={facts} />
      {preview === null || preview.warnings.length === 0 ? null : (
        <ul className={styles.warnings}>
          {preview.warnings.map((warning) => (
            <li key={warning}>请留意：{warning}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
