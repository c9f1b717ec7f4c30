import { useMemo } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { mayHoldTables } from '../../../shared/evidence/mayHoldTables.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useApplication } from '../../draft/useDraft.ts';
import { openMapping } from '../../evidence/mapping/mappingDialog.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './CopyOf.module.css';

/** What data tells of: the row of an XML, the rows of a list, and the columns of a spreadsheet, recognised or not. */
export function ToldBy({ file }: { readonly file: Attachment }) {
  const readings = useApplication((application) => application.readings);
  const invoices = useApplication((application) => application.invoices);
  const rows = useMemo(() => {
    const told = new Set(
      readings.flatMap(({ attachment, invoice }) => (attachment === file.id ? (invoice ?? []) : [])),
    );
    return invoices.flatMap(({ id, number }, index) =>
      told.has(id) ? [{ id, number, row: index + 1 }] : [],
    );
  }, [readings, invoices, file.id]);
  const [first] = rows;
  return (
    <span className={styles.bond}>
      {first === undefined ? null : rows.length === 1 ? (
        <Button
          look="quiet"
          className={styles.link ?? ''}
          aria-label={`去看第 ${first.row} 行发票 ${first.number}`}
          onClick={() => jumpTo(`invoices[${first.id}]`)}
        >
          第 {first.row} 行发票 {first.number}
        </Button>
      ) : (
        <Button look="quiet" className={styles.link ?? ''} onClick={() => jumpTo(`invoices[${first.id}]`)}>
          读出 {rows.length} 张发票
        </Button>
      )}
      {!mayHoldTables(file) ? null : (
        <Button
          look="quiet"
          className={styles.link ?? ''}
          aria-label={`核对列：“${file.name}”`}
          onClick={() => openMapping(file.id)}
        >
          核对列
        </Button>
      )}
    </span>
  );
}
