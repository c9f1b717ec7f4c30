import { useMemo } from 'react';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { useReport } from '../../draft/useFindings.ts';
import { addChosen } from '../../drop/attaching.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { AttachmentsProvider } from './AttachmentsProvider.tsx';
import styles from './AttachmentsStep.module.css';
import { KindCard } from './KindCard.tsx';
import { type KindState, kindStates } from './kindStates.ts';

/** 附件: the call's checklist with the files under it. */
export function AttachmentsStep() {
  const call = useCall();
  const application = useApplication((all) => all);
  const findings = useReport();
  const readOnly = useReadOnly();
  const { attachments, invoices } = application;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the application only files and invoices are looked at
  const kinds = useMemo(
    () => kindStates(call, application, findings),
    [call, attachments, invoices, findings],
  );
  const bound = kinds.filter((kind) => kind.bound);
  const kept = kinds.filter((kind) => !kind.bound);
  return (
    <AttachmentsProvider findings={findings}>
      <div className={styles.board} data-at="attachments">
        <div className={styles.tools}>
          <Summary kinds={bound} />
          {readOnly ? null : (
            <div className={styles.buttons}>
              <Button look="main" icon="add" onClick={() => void addChosen(null, false)}>
                添加文件
              </Button>
              <Button icon="folder" onClick={() => void addChosen(null, true)}>
                添加文件夹
              </Button>
            </div>
          )}
        </div>
        {readOnly ? null : (
          <p className={styles.hint}>
            <Icon name="download" />
            也可以把文件、文件夹或压缩包拖到窗口任何位置：拖到某一类上就放进那一类；拖到别处，发票和辅助账按内容认出来，其余按文件夹名和文件名归类。原件原样保存在草稿里。
          </p>
        )}
        {bound.map((kind) => (
          <KindCard key={kind.id} kind={kind} />
        ))}
        {kept.length === 0 ? null : (
          <>
            <h2 className={styles.apart}>只在正文中使用，不另行装订</h2>
            {kept.map((kind) => (
              <KindCard key={kind.id} kind={kind} />
            ))}
          </>
        )}
      </div>
    </AttachmentsProvider>
  );
}

function Summary({ kinds }: { readonly kinds: readonly KindState[] }) {
  const wanted = kinds.filter(({ need }) => need !== 'optional');
  const complete = wanted.filter(({ status }) => status === 'complete').length;
  const files = kinds.reduce((sum, kind) => sum + kind.files.length, 0);
  const pages = kinds.reduce((sum, kind) => sum + kind.pages, 0);
  const open = wanted.filter(({ status }) => status !== 'complete');
  return (
    <p className={styles.summary}>
      <strong>
        {open.length === 0 ? '应交的附件都已齐' : `应交 ${wanted.length} 类，已齐 ${complete} 类`}
      </strong>
      {open.length === 0 ? null : <span>还要处理：{open.map(({ label }) => label).join('、')}</span>}
      <span className={styles.soft}>
        共 {files} 份、装订 {pages} 页
      </span>
    </p>
  );
}
