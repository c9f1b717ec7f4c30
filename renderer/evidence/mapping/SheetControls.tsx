import { InputNumber, Segmented, Select } from 'antd';
import type { TableKind, TableMapping, TableReading } from '../../../shared/entities/tableReading.ts';
import { isLeftOut } from '../../../shared/evidence/isLeftOut.ts';
import { Button } from '../../ui/Button.tsx';
import { withKind } from './changeMapping.ts';
import { TABLE_KIND_WORDS } from './columnMeanings.ts';
import styles from './TableMapping.module.css';

const KINDS = Object.entries(TABLE_KIND_WORDS).map(([value, label]) => ({ value, label }));

type SheetControlsProps = {
  readonly table: TableReading;
  /** As a person knows it: the sheet's name, or the file's. */
  readonly name: string;
  readonly readOnly: boolean;
  readonly onChange: (mapping: TableMapping) => void;
  readonly onUse: (used: boolean) => void;
};

/** What a sheet is, in which unit, where its data begin, and whether it is used at all. */
export function SheetControls({ table, name, readOnly, onChange, onUse }: SheetControlsProps) {
  const { mapping } = table;
  const leftOut = isLeftOut(table);
  const use = readOnly ? null : (
    <Button look="plain" onClick={() => onUse(leftOut)}>
      {leftOut ? '用这张表' : '不用这张表'}
    </Button>
  );
  if (leftOut)
    return (
      <div className={styles.controls}>
        <span>“{name}”不用，里面的内容不会读入；它仍留在原件里。</span>
        {use}
      </div>
    );
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
      {use}
    </div>
  );
}
