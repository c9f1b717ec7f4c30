import { useEffect, useState } from 'react';
import { profileOf } from '../../shared/calls/companyProfile.ts';
import { printValue } from '../../shared/documents/printValue.ts';
import type { CompanyProfile } from '../../shared/entities/companyProfile.ts';
import { ask } from '../app/bridge.ts';
import { tell } from '../app/notices.ts';
import { draftStore } from '../draft/draftStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './ProfilesDialog.module.css';
import { profileIdFor } from './profileIdFor.ts';

/** 存入公司资料库: keeps what of this draft is the company's own for its next application. */
export function KeepProfileDialog({ onClose }: { readonly onClose: () => void }) {
  const [kept, setKept] = useState<readonly CompanyProfile[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    void ask('profiles:list', {}).then((reply) => {
      if (reply.ok) setKept(reply.value);
      else setTrouble(reply.problem.message);
    });
  }, []);
  const draft = draftStore.getState();
  if (draft === null || kept === null) return null;
  const { call, application } = draft;
  const profile = profileOf(call, application, profileIdFor(kept, profileOf(call, application, 'new')));
  const before = kept.find(({ id }) => id === profile.id);
  const nameField = call.fields.find(({ id }) => id === call.roles.applicantName);
  const lines = call.fields.flatMap((field) => {
    const printed = printValue(call, field, profile.answers[field.id]);
    return printed === null ? [] : [`${field.label}：${printed}`];
  });
  const keep = async () => {
    const reply = await ask('profiles:keep', profile);
    if (!reply.ok) return setTrouble(reply.problem.message);
    onClose();
    tell('done', `已存入公司资料库：${profile.name}。下次新建申报时可以直接填入。`);
  };
  return (
    <Dialog
      title="存入公司资料库"
      onClose={onClose}
      width={560}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button look="main" data-first disabled={profile.name === ''} onClick={() => void keep()}>
            {before === undefined ? '存入' : '更新资料'}
          </Button>
        </>
      }
    >
      {trouble === null ? null : <p role="alert">{trouble}</p>}
      {profile.name === '' ? (
        <p>请先填写“{nameField?.label ?? '单位名称'}”，资料要按单位存放。</p>
      ) : (
        <>
          <p>
            {before === undefined
              ? `把“${profile.name}”的固定信息留给下一次申报，只存在这台电脑上：`
              : `资料库里已有“${before.name}”，会更新为现在的内容：`}
          </p>
          <ul className={styles.fields}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {profile.partners.length === 0 ? null : (
            <p className={styles.note}>以及 {profile.partners.length} 家合作单位（不含在本项目中的分工）。</p>
          )}
        </>
      )}
    </Dialog>
  );
}
