import { useState } from 'react';
import type { AttachingReport } from '../../shared/contract/Attaching.ts';
import type { Attachment, FileProblem } from '../../shared/entities/attachment.ts';
import { jumpTo } from '../app/navigation.ts';
import { useApplication, useCall } from '../draft/useDraft.ts';
import { useReviewQueue } from '../evidence/useReviewQueue.ts';
import { KindSelect } from '../steps/attachments/KindSelect.tsx';
import { openReview } from '../steps/invoices/review/reviewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AddedFile, moveAll } from './AddedFile.tsx';
import { type AttachingResult, putReportAway, useAttaching } from './attaching.ts';
import { EvidenceResult } from './EvidenceResult.tsx';
import { FileProblems } from './FileProblems.tsx';
import styles from './ResultSheet.module.css';

/** Rows made at first, and with each wish for more. */
const SHOWN = 100;

/** What became of the files handed over: each with its kind, which can be changed here, and what is wrong with it. */
export function ResultSheet() {
  const { result } = useAttaching();
  return result === null ? null : <Sheet result={result} />;
}

function Sheet({ result }: { readonly result: AttachingResult }) {
  const { report, taken } = result;
  const { added, refused, already, guessed, readings } = report;
  const files = useApplication((application) => application.attachments);
  const call = useCall();
  const [shown, setShown] = useState(SHOWN);
  const byId = new Map(files.map((file) => [file.id, file]));
  const troubles = new Map(readings.map(({ attachment, reading }) => [attachment, reading.problems]));
  const unread = new Set(taken.unread);
  const toReview = useReviewQueue().length;
  const unsure = new Set(guessed);
  const rank = ({ id, problems }: Attachment): number => {
    if (problems.some(({ severity }) => severity === 'error')) return 3;
    if (unsure.has(id) || unread.has(id)) return 2;
    const all = [...problems, ...(troubles.get(id) ?? [])];
    return all.some(({ severity }) => severity !== 'hint') ? 1 : 0;
  };
  // What needs a look comes first.
  const rows = added.flatMap((file) => byId.get(file.id) ?? []).sort((a, b) => rank(b) - rank(a));
  const labelOf = (kind: string): string => call.attachments.find(({ id }) => id === kind)?.label ?? kind;
  // Those that were given another kind meanwhile are in doubt no more.
  const kindWhenAdded = new Map(added.map(({ id, kind }) => [id, kind]));
  const isUnsure = ({ id, kind }: Attachment): boolean => unsure.has(id) && kindWhenAdded.get(id) === kind;
  const doubtful = rows.filter(isUnsure);
  const readHere = taken.added.length + taken.merged.length + taken.unread.length > 0;
  const reviews = readHere && toReview > 0;
  const goTo = (at: string): void => {
    putReportAway();
    jumpTo(at);
  };
  return (
    <Dialog
      title={titleOf(report)}
      width={860}
      onClose={putReportAway}
      foot={
        <>
          {added.length === 0 ? null : <Button onClick={() => goTo('attachments')}>查看附件</Button>}
          {taken.ledgersAdded + taken.ledgersReplaced === 0 ? null : (
            <Button onClick={() => goTo('ledger')}>去看辅助账</Button>
          )}
          <Button
            look={reviews ? 'plain' : 'main'}
            data-first={reviews ? undefined : ''}
            onClick={putReportAway}
          >
            完成
          </Button>
          {reviews ? (
            <Button
              look="main"
              data-first
              onClick={() => {
                putReportAway();
                openReview();
              }}
            >
              去核对（{toReview} 张）
            </Button>
          ) : null}
        </>
      }
    >
      <EvidenceResult result={result} />
      {refused.length === 0 ? null : (
        <section>
          <h3 className={styles.title}>没有添加（{refused.length}）</h3>
          <ul className={styles.list}>
            {refused.slice(0, shown).map(({ name, problems }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name; the list never changes
              <li key={index} className={styles.row}>
                <span className={styles.name}>{name}</span>
                <FileProblems problems={problems} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {already.length === 0 ? null : (
        <section>
          <h3 className={styles.title}>已经在草稿里（{already.length}），没有重复添加</h3>
          <ul className={styles.list}>
            {already.slice(0, shown).map(({ name, id }, index) => {
              const there = byId.get(id);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name; the list never changes
                <li key={index} className={styles.row}>
                  <span className={styles.name}>{name}</span>
                  {there === undefined ? null : (
                    <span className={styles.there}>
                      已在“{labelOf(there.kind)}”：{there.name}
                      <Button look="quiet" onClick={() => goTo(`attachments[${id}]`)}>
                        去看
                      </Button>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {rows.length === 0 ? null : (
        <section>
          <h3 className={styles.title}>已添加（{rows.length}）</h3>
          <div className={styles.bulk}>
            <p className={styles.soft}>放得不对的，在这里改类别；以后在附件页也能改。</p>
            {doubtful.length < 2 ? null : (
              <p className={styles.all}>
                没认出类别的 {doubtful.length} 份全部改为
                <KindSelect
                  value={null}
                  label="没认出类别的文件全部改为"
                  onChange={(kind) => moveAll(doubtful, kind)}
                />
              </p>
            )}
          </div>
          <ul className={styles.list}>
            {rows.slice(0, shown).map((file) => (
              <AddedFile
                key={file.id}
                file={file}
                unsure={isUnsure(file)}
                unread={unread.has(file.id)}
                troubles={troubles.get(file.id) ?? NO_PROBLEMS}
              />
            ))}
          </ul>
        </section>
      )}
      {Math.max(rows.length, refused.length, already.length) <= shown ? null : (
        <Button onClick={() => setShown(shown + SHOWN * 5)}>再显示一些</Button>
      )}
    </Dialog>
  );
}

const NO_PROBLEMS: readonly FileProblem[] = [];

function titleOf({ added, refused, already }: AttachingReport): string {
  const parts = [
    added.length === 0 ? '' : `添加了 ${added.length} 份`,
    already.length === 0 ? '' : `${already.length} 份已经在草稿里`,
    refused.length === 0 ? '' : `${refused.length} 份没有添加`,
  ];
  return parts.filter((part) => part !== '').join('，');
}
