import { useState } from 'react';
import type { Finding } from '../../../shared/calls/finding.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './FindingRow.module.css';

type SetAsideFormProps = {
  readonly finding: Finding;
  readonly onDone: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks why a warning or hint is set aside; without a reason it stays. */
export function SetAsideForm({ finding, onDone, onCancel }: SetAsideFormProps) {
  const [reason, setReason] = useState('');
  const written = reason.trim() !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (written) onDone(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextControl
        label={`搁置“${finding.title}”的理由`}
        placeholder="请写明理由，例如：通知发布后已与主管部门电话确认"
        value={reason}
        onChange={setReason}
        multiline={{ minRows: 2, maxRows: 6 }}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <p className={styles.note}>理由随草稿保存，并写进装订与盖章清单，随时可以取消搁置。</p>
      <div className={styles.actions}>
        <Button look="main" type="submit" disabled={!written}>
          搁置
        </Button>
        <Button look="quiet" onClick={onCancel}>
          取消
        </Button>
      </div>
    </form>
  );
}
