import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { OwnIndicator } from '../../../shared/entities/indicator.ts';
import { useApplication, useReadOnly } from '../../draft/useDraft.ts';
import { useFindingsAt } from '../../draft/useFindings.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { VerdictLine } from '../../fields/Verdict.tsx';
import { addIndicator, changeIndicator, moveIndicator, removeIndicator } from './changeIndicators.ts';
import styles from './OwnIndicatorsStep.module.css';

/** 自定指标: indicators of the applicant's own, printed behind those the form names, in this order. */
export function OwnIndicatorsStep() {
  const all = useApplication(({ ownIndicators }) => ownIndicators);
  const readOnly = useReadOnly();
  const list = useRef<HTMLOListElement>(null);
  const focusRow = (id: string, part = 'input') => {
    // The row is there once the change has been shown.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-at="ownIndicators[${CSS.escape(id)}]"]`);
      row?.querySelector<HTMLElement>(part)?.focus();
    });
  };
  return (
    <section className={styles.step} data-at="ownIndicators" aria-labelledby="ownIndicators">
      <h2 id="ownIndicators">新增的量化指标</h2>
      <p className={styles.words}>
        申报表列出的以外，可以按项目情况再加。指标值照印出来的样子写，数字和单位写在一起，例如“30%”“12 台”。
        Alt+↑、Alt+↓ 调整先后。
      </p>
      <ol className={styles.list} ref={list}>
        {all.map((own, index) => (
          <Row
            key={own.id}
            own={own}
            index={index}
            count={all.length}
            readOnly={readOnly}
            onMove={(step) => {
              const focused = document.activeElement;
              moveIndicator(all, own.id, step);
              requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
            }}
            onRemove={() => {
              const next = all[index + 1] ?? all[index - 1];
              removeIndicator(own.id);
              if (next === undefined)
                list.current?.parentElement?.querySelector<HTMLElement>('button')?.focus();
              else focusRow(next.id);
            }}
          />
        ))}
      </ol>
      {!readOnly && (
        <Button icon={<PlusOutlined />} onClick={() => focusRow(addIndicator())}>
          加一项指标
        </Button>
      )}
    </section>
  );
}

type RowProps = {
  readonly own: OwnIndicator;
  readonly index: number;
  readonly count: number;
  readonly readOnly: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
};

function Row({ own, index, count, readOnly, onMove, onRemove }: RowProps) {
  const findings = useFindingsAt(`ownIndicators[${own.id}]`);
  const number = index + 1;
  const onKeyDown = (event: {
    readonly altKey: boolean;
    readonly key: string;
    preventDefault: () => void;
  }) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || readOnly) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles.row} data-at={`ownIndicators[${own.id}]`}>
      <span className={styles.number}>{number}</span>
      <TextControl
        value={own.name}
        onChange={(text) => changeIndicator(own, 'name', text)}
        label={`第 ${number} 项指标的名称`}
        placeholder="指标名称"
        readOnly={readOnly}
        onKeyDown={onKeyDown}
      />
      <TextControl
        value={own.value}
        onChange={(text) => changeIndicator(own, 'value', text)}
        label={`第 ${number} 项指标的指标值`}
        placeholder="指标值和单位"
        readOnly={readOnly}
        onKeyDown={onKeyDown}
      />
      {!readOnly && (
        <span className={styles.buttons}>
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            disabled={index === 0}
            onClick={() => onMove(-1)}
            aria-label={`第 ${number} 项上移`}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            disabled={number === count}
            onClick={() => onMove(1)}
            aria-label={`第 ${number} 项下移`}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            onClick={onRemove}
            aria-label={`删除第 ${number} 项${own.name === '' ? '' : `“${own.name}”`}`}
          />
        </span>
      )}
      {findings.map((finding) => (
        <VerdictLine key={finding.key} finding={finding} />
      ))}
    </li>
  );
}
