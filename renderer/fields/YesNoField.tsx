import { Button, Radio } from 'antd';
import type { ControlProps } from './ControlProps.ts';
import styles from './YesNoField.module.css';

/** 是 / 否, under the statement it answers; can be taken back to 未答. */
export function YesNoField({ field, value, onChange, readOnly, paper, describedBy }: ControlProps<'yesNo'>) {
  return (
    <div className={styles.yesNo}>
      {field.declaration !== '' && paper === null && (
        <blockquote className={styles.declaration}>{field.declaration}</blockquote>
      )}
      <div className={styles.answers}>
        <Radio.Group
          value={typeof value === 'boolean' ? value : null}
          onChange={({ target }) => onChange(target.value === true)}
          disabled={readOnly}
          aria-label={field.label}
          aria-describedby={describedBy}
          options={[
            { label: '是', value: true },
            { label: '否', value: false },
          ]}
        />
        {value !== null && !readOnly && (
          <Button
            type="text"
            size="small"
            onClick={() => onChange(null)}
            aria-label={`清除“${field.label}”的回答`}
          >
            清除
          </Button>
        )}
      </div>
    </div>
  );
}
