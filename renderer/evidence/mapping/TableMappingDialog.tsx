import { InputNumber, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { TableKind, TableMapping, TableReading } from '../../../shared/entities/tableReading.ts';
import { useApplication, useReadOnly } from '../../draft/useDraft.ts';
import { noteReading } from '../../drop/attaching.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { keepEvidence } from '../keepEvidence.ts';
import { withKind, withMeaning } from './changeMapping.ts';
import { TABLE_KIND_WORDS } from './columnMeanings.ts';
import type { MappedFile } from './mappingDialog.ts';
import { SheetPreview } from './SheetPreview.tsx';
import styles from './TableMapping.module.css';
import { useMappedReading } from './useMappedReading.ts';

const KINDS = Object.entries(TABLE_KIND_WORDS).map(([value, label]) => ({ value, label }));

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
  const { reading, busy, problem, change, settle } = useMappedReading(attachment, given);
  const [chosen, setChosen] = useState(0);
  const [hint, setHint] = useState('');
  const tables = reading?.tables ?? [];
  const at = Math.min(chosen, Math.max(0, tables.length - 1));
  const table = tables[at];
  // The first sheet that is not sure is what one came for.
  const unsure = tables.findIndex(({ sure }) => !sure);
  useEffect(() => {
    if (unsure >= 0) setChosen((before) => (before === 0 ? unsure : before));
  }, [unsure]);
  const set = (mapping: TableMapping): void => {
    setHint('');
    change(tables.map((one, index) => (index === at ? mapping : one.mapping)));
  };
  const take = async (): Promise<void> => {
    const settled = await settle();
    if (settled === null) return;
    if (settled.tables.some(({ missing }) => missing.length > 0)) {
      setHint('还有需要的列没有选定，这样读不出内容。');
      return;
    }
    noteReading(attachment, settled, keepEvidence([{ attachment, reading: settled }]));
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
            <Button look="main" disabled={busy || tables.length === 0} onClick={() => void take()}>
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
          <p>这份文件里没有认出发票清单或研发辅助账。它仍作为原件保存在草稿里。</p>
        ) : null}
        {tables.length > 1 ? (
          <Segmented<number>
            aria-label="工作表"
            value={at}
            options={tables.map(({ sheet, sure }, index) => ({
              value: index,
              label: sure ? sheet : `${sheet}（拿不准）`,
            }))}
            onChange={setChosen}
          />
        ) : null}
        {table === undefined ? null : (
          <>
            <Controls table={table} readOnly={readOnly} onChange={set} />
            <SheetPreview
              table={table}
              readOnly={readOnly}
              onMeaning={(column, meaning) => set(withMeaning(table.mapping, column, meaning))}
            />
            <p className={styles.said} role="status">
              {busy ? <Spinner small /> : null}
              {table.missing.length === 0 ? (
                <span>需要的列都对应上了，共 {table.rows} 行数据。</span>
              ) : (
                <span className={styles.lacking}>还要选定：{table.missing.join('；')}。</span>
              )}
              <span className={styles.soft}>同样表头的表，以后会自动按这样对应。</span>
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}

type ControlsProps = {
  readonly table: TableReading;
  readonly readOnly: boolean;
  readonly onChange: (mapping: TableMapping) => void;
};

function Controls({ table: { mapping }, readOnly, onChange }: ControlsProps) {
  return (
    <div className={styles.controls}>
      <span className={styles.control}>
        <label htmlFor="mapping-kind">这张表是</label>
        <Select<TableKind>
          id="mapping-kind"
          style={{ width: 168 }}
          disabled={readOnly}
          value={mapping.kind}
          options={KINDS.map(({ value, label }) => ({ value: value as TableKind, label }))}
          getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
          onChange={(kind) => onChange(withKind(mapping, kind))}
        />
      </span>
      <span className={styles.control}>
        <span id="mapping-unit">金额单位</span>
        <Segmented<TableMapping['unit']>
          aria-labelledby="mapping-unit"
          disabled={readOnly}
          value={mapping.unit}
          options={[
            { value: 'yuan', label: '元' },
            { value: 'wanyuan', label: '万元' },
          ]}
          onChange={(unit) => onChange({ ...mapping, unit })}
        />
      </span>
      <span className={styles.control}>
        <label htmlFor="mapping-head">数据从第</label>
        <InputNumber
          id="mapping-head"
          style={{ width: 72 }}
          min={2}
          max={1000}
          precision={0}
          disabled={readOnly}
          value={mapping.headRow + 2}
          onChange={(row) => {
            if (row !== null) onChange({ ...mapping, headRow: row - 2 });
          }}
        />
        行开始，上一行是表头
      </span>
    </div>
  );
}
