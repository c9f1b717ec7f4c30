import { useEffect, useState } from 'react';
import type { CompanyProfile } from '../../shared/entities/companyProfile.ts';
import { ask } from '../app/bridge.ts';
import { createDraft } from '../app/drafts.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { deadlineInWords } from './deadlineInWords.ts';
import styles from './NewDraftDialog.module.css';
import { useAppInfo } from './useAppInfo.ts';

/** 新建申报: which call, filled from which company; where it is to lie is asked next. */
export function NewDraftDialog({ onClose }: { readonly onClose: () => void }) {
  const info = useAppInfo();
  const profiles = useProfiles();
  const [chosenCall, setCall] = useState<string | null>(null);
  const [profile, setProfile] = useState('');
  const calls = info?.ok ? info.value.calls : [];
  const call = chosenCall ?? calls[0]?.id ?? null;
  const create = () => {
    if (call === null) return;
    onClose();
    void createDraft(call, profile === '' ? null : profile);
  };
  return (
    <Dialog
      title="新建申报"
      onClose={onClose}
      width={560}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          {/* Not disabled while the calls are read: the focus could not go there. */}
          <Button look="main" data-first aria-disabled={call === null} onClick={create}>
            选择保存位置…
          </Button>
        </>
      }
    >
      <fieldset className={styles.calls}>
        <legend>申报哪一个通知</legend>
        {info !== null && !info.ok ? <p role="alert">没能读取通知：{info.problem.message}</p> : null}
        {calls.map((one) => {
          const left = deadlineInWords(one.deadline, new Date());
          return (
            <label key={one.id} className={styles.call}>
              <input type="radio" name="call" checked={one.id === call} onChange={() => setCall(one.id)} />
              <span>
                <strong>{one.name}</strong>
                <span className={styles.source}>
                  {one.issuer} {one.number}，{one.deadline} 截止，{left.words}
                </span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <label className={styles.profile}>
        <span>从公司资料库填入</span>
        <select
          value={profile}
          disabled={profiles.length === 0}
          onChange={(event) => setProfile(event.target.value)}
        >
          <option value="">{profiles.length === 0 ? '资料库还是空的' : '不填入，从空白开始'}</option>
          {profiles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span className={styles.source}>
          {profiles.length === 0
            ? '填好一份申报后，可用“存入公司资料库”把单位信息留给下一次。'
            : '只填入单位的固定信息，填入后可以照常修改。'}
        </span>
      </label>
    </Dialog>
  );
}

function useProfiles(): readonly CompanyProfile[] {
  const [profiles, setProfiles] = useState<readonly CompanyProfile[]>([]);
  useEffect(() => {
    void ask('profiles:list', {}).then((reply) => {
      if (reply.ok) setProfiles(reply.value);
    });
  }, []);
  return profiles;
}
