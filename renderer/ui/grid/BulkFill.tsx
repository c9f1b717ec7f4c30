import { Button, Popover, Select } from 'antd';
import { useId, useState } from 'react';
import { TextControl } from '../../fields/TextControl.tsx';
import styles from './Grid.module.css';
import type { GridColumn } from './gridColumn.ts';

type BulkFillProps<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly count: number;
  /** Sets a column of the selected rows; says why when the text cannot be read. */
  readonly onFill: (column: GridColumn<Row>, text: string) => string | null;
};

/** Sets one column of all selected rows at once. */
export function BulkFill<Row>({ columns, count, onFill }: BulkFillProps<Row>) {
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
          count={count}
          onFill={(column, text) => {
            const message = onFill(column, text);
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

function BulkForm<Row>({ columns, count, onFill }: BulkFillProps<Row>) {
  const [first] = columns;
  const [columnId, setColumnId] = useState(first?.id ?? '');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const column = columns.find((one) => one.id === columnId) ?? first;
  if (column === undefined) return null;
  const fill = (value: string): void => setProblem(onFill(column, value));
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
            if (key === 'Enter' && !empty) fill(text);
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
      <Button type="primary" disabled={empty} onClick={() => fill(text)}>
        填入 {count} 行
      </Button>
      <Button type="text" danger size="small" onClick={() => fill('')}>
        清空这 {count} 行的“{column.title}”
      </Button>
    </div>
  );
}
