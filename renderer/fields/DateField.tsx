import { CalendarOutlined } from '@ant-design/icons';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { printValue } from '../../shared/documents/printValue.ts';
import { IsoDate, IsoMonth } from '../../shared/entities/dates.ts';
import 'dayjs/locale/zh-cn';
import { useCall } from '../draft/useDraft.ts';
import type { ControlProps } from './ControlProps.ts';
import styles from './DateField.module.css';
import { readTyped, showTyped } from './fieldWords.ts';
import { TextControl } from './TextControl.tsx';
import { textProps } from './textProps.ts';
import { useTypedValue } from './useTypedValue.ts';

dayjs.locale('zh-cn');

/** 日期、年月: typed in any common way, or picked from the calendar. What cannot be read stays as typed. */
export function DateField(props: ControlProps<'date' | 'month'>) {
  const { field, value, onChange, readOnly, paper } = props;
  const call = useCall();
  const [open, setOpen] = useState(false);
  const typed = useTypedValue<string | number>(typeof value === 'string' ? value : null, onChange, {
    read: (text) => readTyped(field, text),
    // On paper as it will be printed.
    show: (shown) => (paper === null ? null : printValue(call, field, shown)) ?? showTyped(field, shown),
  });
  const known = (field.type === 'date' ? IsoDate : IsoMonth).safeParse(value);
  const format = field.type === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM';
  return (
    <span className={styles.date}>
      <TextControl
        {...textProps(props)}
        value={typed.text}
        onChange={typed.onText}
        onBlur={typed.onLeave}
        inputMode="numeric"
      />
      {!readOnly && paper === null && (
        <>
          {/* Typing does the same; the calendar is for the mouse and stays out of the way of Tab. */}
          <button
            type="button"
            tabIndex={-1}
            className={styles.button}
            aria-label={`从日历选择${field.label}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setOpen(!open)}
          >
            <CalendarOutlined />
          </button>
          <DatePicker
            className={styles.picker ?? ''}
            picker={field.type}
            open={open}
            onOpenChange={setOpen}
            value={known.success ? dayjs(known.data) : null}
            onChange={(day) => onChange(day === null ? null : day.format(format))}
            inputReadOnly
            tabIndex={-1}
            aria-hidden="true"
          />
        </>
      )}
    </span>
  );
}
