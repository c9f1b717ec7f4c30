import { useMemo } from 'react';
import { mayHoldTables } from '../../../shared/evidence/mayHoldTables.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { openMapping } from '../../evidence/mapping/mappingDialog.ts';
import { readAgain } from '../../evidence/readAgain.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './LedgerSources.module.css';

/** Spreadsheets of the draft that sub-ledgers can come from: their columns looked at, or read once more. */
export function LedgerSources() {
  const call = useCall();
  const readOnly = useReadOnly();
  const attachments = useApplication((application) => application.attachments);
  const files = useMemo(() => {
    // Lists of invoices stand under the kind of their copies.
    const copies = new Set(
      call.attachments.filter(({ rowsOf }) => rowsOf === 'invoices').map(({ id }) => id),
    );
    return attachments.filter((file) => mayHoldTables(file) && !copies.has(file.kind));
  }, [call, attachments]);
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
