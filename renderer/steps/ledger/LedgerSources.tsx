import { useMemo } from 'react';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { openMapping } from '../../evidence/mapping/mappingDialog.ts';
import { readAgain } from '../../evidence/readAgain.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './LedgerSources.module.css';
import { ledgerSources } from './ledgerSources.ts';

/** Spreadsheets that sub-ledgers come from: their columns looked at, or read once more. */
export function LedgerSources() {
  const call = useCall();
  const readOnly = useReadOnly();
  const attachments = useApplication((application) => application.attachments);
  const files = useMemo(() => ledgerSources(call, attachments), [call, attachments]);
  if (files.length === 0) return null;
  return (
    <details className={styles.sources}>
      <summary>辅助账原件 {files.length} 份：随草稿保存，不改动</summary>
      <ul>
        {files.map((file) => (
          <li key={file.id} className={styles.file}>
            <span className={styles.name}>{file.name}</span>
            <Button look="quiet" aria-label={`核对列：“${file.name}”`} onClick={() => openMapping(file.id)}>
              核对列
            </Button>
            {readOnly ? null : (
              <Button
                look="quiet"
                aria-label={`重新识读“${file.name}”`}
                onClick={() => void readAgain([file.id])}
              >
                重新识读
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
