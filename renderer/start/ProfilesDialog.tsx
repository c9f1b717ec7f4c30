import { useEffect, useState } from 'react';
import type { CompanyProfile } from '../../shared/entities/companyProfile.ts';
import { ask } from '../app/bridge.ts';
import { tell } from '../app/notices.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './ProfilesDialog.module.css';

/** 公司资料库: what companies keep for their next application, on this machine. */
export function ProfilesDialog({ onClose }: { readonly onClose: () => void }) {
  const [profiles, setProfiles] = useState<readonly CompanyProfile[] | null>(null);
  /** Taken out a moment ago, to be put back. */
  const [removed, setRemoved] = useState<CompanyProfile | null>(null);
  const read = async () => {
    const reply = await ask('profiles:list', {});
    setProfiles(reply.ok ? reply.value : []);
    if (!reply.ok) tell('trouble', reply.problem.message);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and again after each change
  useEffect(() => {
    void read();
  }, []);
  const change = async (profile: CompanyProfile, what: 'remove' | 'putBack') => {
    const reply =
      what === 'remove'
        ? await ask('profiles:remove', { id: profile.id })
        : await ask('profiles:keep', profile);
    if (!reply.ok) return tell('trouble', reply.problem.message);
    setRemoved(what === 'remove' ? profile : null);
    await read();
  };
  return (
    <Dialog title="公司资料库" onClose={onClose} width={560}>
      {removed === null ? null : (
        <p className={styles.removed} role="status">
          已移除“{removed.name}”。
          <Button look="quiet" onClick={() => void change(removed, 'putBack')}>
            放回
          </Button>
        </p>
      )}
      {profiles === null ? null : profiles.length === 0 ? (
        <EmptyState title="资料库还是空的">
          打开一份填好的草稿，用“存入公司资料库”把单位、证照号码和人员信息留下；下次新建申报时直接填入。资料只存在这台电脑上。
        </EmptyState>
      ) : (
        <ul className={styles.profiles}>
          {profiles.map((profile) => (
            <li key={profile.id}>
              <div className={styles.words}>
                <p className={styles.name}>{profile.name}</p>
                <p className={styles.note}>
                  {profile.code === '' ? '' : `${profile.code}，`}
                  {Object.keys(profile.answers).length} 项信息
                  {profile.partners.length === 0 ? '' : `，${profile.partners.length} 家合作单位`}
                </p>
              </div>
              <Button
                look="quiet"
                aria-label={`移除 ${profile.name}`}
                onClick={() => void change(profile, 'remove')}
              >
                移除
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
