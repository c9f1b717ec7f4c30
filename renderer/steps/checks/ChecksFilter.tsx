import { Segmented, Select } from 'antd';
import { useId } from 'react';
import { useCall } from '../../draft/useDraft.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { type FindingFilter, STATES } from '../../side/findings/filterFindings.ts';
import { StateWord } from '../../side/findings/StateWord.tsx';
import styles from './ChecksPage.module.css';
import type { ChecksView } from './checksView.ts';

type ChecksFilterProps = {
  readonly view: ChecksView;
  readonly counts: Readonly<Record<FindingFilter['show'], number>>;
  readonly onChange: (change: Partial<ChecksView>) => void;
};

const ALL = '';

/** What of the findings the page shows, and under which headings. */
export function ChecksFilter({ view, counts, onChange }: ChecksFilterProps) {
  const call = useCall();
  const id = useId();
  return (
    <search className={styles.filter} aria-label="筛选检查结果">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read out as part of a form to be sent */}
      <div className={styles.kinds} role="group" aria-label="按结果筛选">
        {(['open', ...STATES] as const).map((show) => (
          <button
            key={show}
            type="button"
            className={styles.kind}
            aria-pressed={view.show === show}
            data-show={show}
            onClick={() => onChange({ show })}
          >
            {show === 'open' ? '未处理' : <StateWord state={show} />}
            <b>{counts[show]}</b>
          </button>
        ))}
      </div>
      <label htmlFor={`${id}-section`} className={styles.label}>
        版块
      </label>
      <Select
        id={`${id}-section`}
        className={styles.select ?? ''}
        listHeight={480}
        value={view.section ?? ALL}
        options={[
          { value: ALL, label: '全部版块' },
          ...call.sections.map((section) => ({ value: section.id, label: section.title })),
        ]}
        onChange={(section: string) => onChange({ section: section === ALL ? null : section })}
      />
      <span className={styles.search}>
        <TextControl
          label="在检查结果中查找"
          placeholder="查找字句、条款、编号"
          value={view.text}
          onChange={(text) => onChange({ text })}
        />
      </span>
      <Segmented<ChecksView['group']>
        aria-label="分组"
        value={view.group}
        options={[
          { value: 'section', label: '按版块' },
          { value: 'severity', label: '按轻重' },
        ]}
        onChange={(group) => onChange({ group })}
      />
    </search>
  );
}
