import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import { ask } from '../../app/bridge.ts';
import { tell } from '../../app/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ExportPage.module.css';
import { elapsedWords } from './elapsedWords.ts';
import { type Exported, putResultAway, startExport } from './exportStore.ts';
import { type Fact, FactList } from './FactList.tsx';
import { SealMap } from './SealMap.tsx';

type ExportResultProps = {
  readonly exported: Exported;
  readonly seconds: number;
  /** The draft was changed since: the files are no longer the newest. */
  readonly outdated: boolean;
};

const roles = [
  { role: 'pdf', title: '打开 PDF' },
  { role: 'word', title: '打开 Word' },
  { role: 'sheet', title: '打开装订与盖章清单' },
] as const;

/** What was made and what the proof saw in it, what to do with it, and where it lies. */
export function ExportResult({ exported, seconds, outdated }: ExportResultProps) {
  const { manifest, kept, folder } = exported;
  return (
    <div className={styles.plan}>
      <section className={styles.card} aria-label="导出结果" data-result={manifest.final ? 'final' : 'draft'}>
        <h2 className={styles.verdict} data-kind={manifest.final ? 'final' : 'draft'}>
          <Icon name={manifest.final ? 'check' : 'warning'} />
          {manifest.final ? '正式稿已导出' : '草稿已导出'}
        </h2>
        {outdated ? (
          <p role="status" className={styles.outdated}>
            <Icon name="warning" /> 导出之后草稿又有改动，这些文件已不是最新内容；报送前请重新导出。
          </p>
        ) : null}
        {manifest.final ? null : (
          <>
            <p>每页印有“草稿”，不能报送，因为：</p>
            <ul className={styles.bullets}>
              {manifest.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </>
        )}
        <p className={styles.folder}>
          <Icon name="folder" /> {folder}
        </p>
        <ul className={styles.files}>
          {manifest.files.map(({ name, bytes }) => (
            <li key={name}>
              <Icon name="file" /> {name} <span className={styles.soft}>{megabytes(bytes)}</span>
            </li>
          ))}
        </ul>
        <div className={styles.actions}>
          <Button look="main" icon="folder" onClick={() => void act('export:reveal', {})}>
            打开文件夹
          </Button>
          {roles.map(({ role, title }) => (
            <Button key={role} onClick={() => void act('export:openFile', { role })}>
              {title}
            </Button>
          ))}
        </div>
        <p className={styles.soft}>
          用时 {elapsedWords(seconds)}。文件夹里的校验清单（manifest.json）记着每个文件的校验值，请一起保留。
        </p>
      </section>
      {kept.length === 0 ? null : (
        <section className={styles.card} aria-label="保留的文件">
          <h2 className={styles.heading}>原有的文件已改名保留</h2>
          <ul className={styles.bullets}>
            {kept.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {manifest.notes.length === 0 ? null : (
        <section className={styles.card} aria-label="请留意">
          <h2 className={styles.heading}>请留意</h2>
          <ul className={styles.bullets}>
            {manifest.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <Proof manifest={manifest} />
      <section className={styles.card} aria-label="印刷">
        <h2 className={styles.heading}>印刷</h2>
        <Print manifest={manifest} />
      </section>
      <SealMap seals={manifest.seals} />
      <div className={styles.actions}>
        <Button onClick={() => void startExport()}>再导出一次</Button>
        <Button look="quiet" onClick={putResultAway}>
          返回导出设置
        </Button>
      </div>
    </div>
  );
}

function Proof({ manifest }: { readonly manifest: PackageManifest }) {
  const failed = manifest.proof.filter(({ ok }) => !ok).length;
  return (
    <section className={styles.card} aria-label="复核">
      <h2 className={styles.heading}>
        复核：{manifest.proof.length} 项{failed === 0 ? '全部相符' : `，${failed} 项不符`}
      </h2>
      <p className={styles.soft}>写好的文件由另一套程序重新读了一遍，逐项对照：</p>
      <ul className={styles.proof}>
        {manifest.proof.map(({ what, ok, detail }) => (
          <li key={what} data-ok={ok}>
            <span className={styles.proofMark}>{ok ? '✓' : '✗'}</span>
            <span>
              <span className="heard">{ok ? '相符：' : '不符：'}</span>
              {what}
              {detail === '' ? null : <span className={styles.soft}>　{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Print({ manifest: { print, pages } }: { readonly manifest: PackageManifest }) {
  const facts: readonly Fact[] = [
    ['页数', `${pages} 页（其中空白 ${print.blankPages} 页）`],
    ['用纸', `${print.sheets} 张，${print.duplex ? '双面' : '单面'}印刷`],
    ['彩色', `${print.colourPages} 页`],
    ['书脊', `约 ${print.spineMm} 毫米`],
    ['书脊文字', print.spineText],
  ];
  return <FactList facts={facts} />;
}

async function act(...asked: Parameters<typeof ask<'export:reveal' | 'export:openFile'>>): Promise<void> {
  const reply = await ask(...asked);
  if (!reply.ok) tell('trouble', reply.problem.message);
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
