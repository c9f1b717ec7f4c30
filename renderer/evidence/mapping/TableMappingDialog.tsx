import { Segmented } from 'antd';
import { useState } from 'react';
import type { TableMapping, TableReading } from '../../../shared/entities/tableReading.ts';
import { failedToRead } from '../../../shared/evidence/failedToRead.ts';
import { isLeftOut } from '../../../shared/evidence/isLeftOut.ts';
import { unusedInWords } from '../../../shared/evidence/unusedInWords.ts';
import { useApplication, useReadOnly } from '../../draft/useDraft.ts';
import { noteReading } from '../../drop/attaching.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { keepEvidence } from '../keepEvidence.ts';
import { withMeaning } from './changeMapping.ts';
import { type Choices, chooseColumns, chooseUse, isChosen } from './choices.ts';
import type { MappedFile } from './mappingDialog.ts';
import { SheetControls } from './SheetControls.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import styles from './TableMapping.module.css';
import { useMappedReading } from './useMappedReading.ts';
import { whyNotTaken } from './whyNotTaken.ts';

/** What the columns of a spreadsheet were taken for, to be corrected by eye; what it reads follows at once. */
export function TableMappingDialog({
  file: { attachment, reading: given },
  onClose,
}: {
  readonly file: MappedFile;
  readonly onClose: () => void;
}) {
  const readOnly = useReadOnly();
  const file = useApplication(({ attachments }) => attachments.find(({ id }) => id === attachment));
  const mapped = useMappedReading(attachment, given);
  const { reading, before, choices, busy, problem, settle } = mapped;
  const [looked, setLooked] = useState<string | null>(null);
  const [hint, setHint] = useState('');
  const tables = reading === null ? [] : [...reading.tables, ...reading.unrecognised];
  // Separated text is one sheet without a name.
  const nameOf = ({ sheet }: TableReading): string => (sheet === '' ? (file?.name ?? '表格') : sheet);
  // The first sheet that is not sure is what one came for.
  const unsure = reading?.tables.find(({ sure }) => !sure) ?? tables[0];
  // By its name: a sheet changes its place once a person said what it is.
  const table = tables.find(({ sheet }) => sheet === looked) ?? unsure;
  const isUnrecognised = (one: TableReading): boolean => reading?.unrecognised.includes(one) === true;
  // What nobody recognised, was left out or chosen just now has nothing to be agreed to.
  const asIs = (one: TableReading): boolean =>
    isUnrecognised(one) || isLeftOut(one) || isChosen(choices, one);
  const choose = (now: Choices): void => {
    setHint('');
    setLooked(table?.sheet ?? null);
    mapped.choose(now);
  };
  const set = (mapping: TableMapping): void => choose(chooseColumns(choices, mapping));
  const take = async (): Promise<void> => {
    const settled = await settle();
    if (settled === null) return;
    const why = whyNotTaken(settled);
    if (why !== null) {
      setHint(why);
      setLooked(settled.tables.find(({ missing }) => missing.length > 0)?.sheet ?? null);
      return;
    }
    const ledgersBefore = new Map([[attachment, before?.ledger ?? []]]);
    noteReading(attachment, settled, keepEvidence([{ attachment, reading: settled }], [], ledgersBefore));
    onClose();
  };
  return (
    <Dialog
      title={`核对列：${file?.name ?? ''}`}
      width={1120}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{readOnly ? '关闭' : '取消'}</Button>
          {readOnly ? null : (
            <Button
              look="main"
              disabled={busy || reading === null || reading.tables.length === 0}
              onClick={() => void take()}
            >
              按这样导入
            </Button>
          )}
        </>
      }
    >
      <div className={styles.inside}>
        {reading === null && problem === null ? (
          <p className={styles.said}>
            <Spinner small /> 正在读这份表格…
          </p>
        ) : null}
        {problem === null ? null : (
          <p role="alert" className={styles.trouble}>
            {problem}
          </p>
        )}
        {hint === '' ? null : (
          <p role="alert" className={styles.trouble}>
            {hint}
          </p>
        )}
        {reading !== null && tables.length === 0 ? (
          <p>{failedToRead(reading)}。它仍作为原件保存在草稿里。</p>
        ) : null}
        {tables.length > 1 ? (
          <Segmented<number>
            aria-label="工作表"
            value={table === undefined ? 0 : tables.indexOf(table)}
            options={tables.map((one, index) => ({
              value: index,
              label: isUnrecognised(one) ? `${nameOf(one)}（没有认出）` : sheetInWords(one),
            }))}
            onChange={(index) => setLooked(tables[index]?.sheet ?? null)}
          />
        ) : null}
        {table === undefined ? null : (
          <>
            {isUnrecognised(table) ? (
              <p>
                没有认出“{nameOf(table)}
                ”是什么表。如果它是发票清单或研发支出辅助账，请选好它是什么，再在下面选定每一列是什么。
              </p>
            ) : null}
            <SheetControls
              table={table}
              name={nameOf(table)}
              readOnly={readOnly}
              onChange={set}
              onUse={(used) => choose(chooseUse(choices, table, used))}
            />
            <SheetPreview
              table={table}
              name={nameOf(table)}
              readOnly={readOnly || isLeftOut(table)}
              onMeaning={(column, meaning) => set(withMeaning(table.mapping, column, meaning))}
            />
            <p className={styles.said} role="status">
              {busy ? <Spinner small /> : null}
              {hint === '' ? <SheetState table={table} /> : null}
              {readOnly || table.sure || asIs(table) ? null : (
                <Button look="plain" onClick={() => set(table.mapping)}>
                  列没有认错，就按这样对应
                </Button>
              )}
              <span className={styles.soft}>导入后，同样表头的表会自动按这样对应。</span>
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}

function sheetInWords(table: TableReading): string {
  if (isLeftOut(table)) return `${table.sheet}（不用）`;
  return table.sure ? table.sheet : `${table.sheet}（拿不准）`;
}

function SheetState({ table }: { readonly table: TableReading }) {
  if (isLeftOut(table)) return null;
  const unused = unusedInWords(table);
  return table.missing.length === 0 ? (
    <span>
      需要的列都对应上了，共 {table.rows} 行数据{unused === null ? '' : `；${unused}`}。
    </span>
  ) : (
    <span className={styles.lacking}>还要选定：{table.missing.join('；')}。</span>
  );
}
