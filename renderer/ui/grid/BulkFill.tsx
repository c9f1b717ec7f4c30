import { Button, Popover, Select } from 'antd';
import { useId, useState } from 'react';
import { TextControl } from '../../fields/TextControl.tsx';
import styles from './Grid.module.css';
import type { GridColumn } from './gridColumn.ts';

type BulkFillProps<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  /** Sets a column of rows; says why when the text cannot be read. */
  readonly onFill: (column: GridColumn<Row>, text: string, rows: readonly Row[]) => string | null;
};

/** Sets one column of all selected rows at once. */
export function BulkFill<Row>({ columns, rows, onFill }: BulkFillProps<Row>) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <BulkForm
          columns={columns}
          rows={rows}
          onFill={(column, text, which) => {
            const message = onFill(column, text, which);
            if (message === null) setOpen(false);
            return message;
          }}
        />
      }
    >
      <Button size="small" aria-expanded={open}>
        批量填写…
      </Button>
    </Popover>
  );
}

function BulkForm<Row>({ columns, rows, onFill }: BulkFillProps<Row>) {
  const [first] = columns;
  const [columnId, setColumnId] = useState(first?.id ?? '');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const column = columns.find((one) => one.id === columnId) ?? first;
  if (column === undefined) return null;
  const fill = (value: string, which: readonly Row[]): void => setProblem(onFill(column, value, which));
  const free = rows.filter((row) => column.editText(row).trim() === '');
  const filled = rows.length - free.length;
  // What stands there already is only written over by who says so.
  const likely = free.length === 0 ? rows : free;
  const empty = text.trim() === '';
  return (
    <div className={styles.bulk}>
      <label htmlFor={`${id}-column`}>列</label>
      <Select
        id={`${id}-column`}
        value={column.id}
        options={columns.map((one) => ({ value: one.id, label: one.title }))}
        onChange={(next) => {
          setColumnId(next);
          setText('');
          setProblem(null);
        }}
      />
      <label htmlFor={`${id}-value`}>填写为</label>
      {column.choices === null ? (
        <TextControl
          key={column.id}
          id={`${id}-value`}
          value={text}
          onChange={setText}
          autoFocus
          onKeyDown={({ key }) => {
            if (key === 'Enter' && !empty) fill(text, likely);
          }}
        />
      ) : (
        <Select
          key={column.id}
          id={`${id}-value`}
          value={text === '' ? null : text}
          placeholder="请选择"
          allowClear
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          options={column.choices.map(({ label }) => ({ value: label, label }))}
          onChange={(next: string | null | undefined) => setText(next ?? '')}
        />
      )}
      {problem !== null && (
        <p role="alert" className={styles.bulkProblem}>
          {problem}
        </p>
      )}
      <Button type="primary" disabled={empty} onClick={() => fill(text, likely)}>
        {filled === 0
          ? `填入 ${rows.length} 行`
          : free.length === 0
            ? `改掉 ${filled} 行已有的内容`
            : `只填空着的 ${free.length} 行`}
      </Button>
      {filled === 0 || free.length === 0 ? null : (
        <Button disabled={empty} onClick={() => fill(text, rows)}>
          {rows.length} 行都改成这个（{filled} 行已有内容）
        </Button>
      )}
      <Button type="text" danger size="small" disabled={filled === 0} onClick={() => fill('', rows)}>
        清空这 {rows.length} 行的“{column.title}”
      </Button>
    </div>
  );
}
