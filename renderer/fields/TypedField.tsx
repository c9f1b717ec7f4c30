import { unitOf } from '../../shared/documents/printValue.ts';
import type { ControlProps } from './ControlProps.ts';
import { readTyped, showTyped } from './fieldWords.ts';
import { TextControl } from './TextControl.tsx';
import { textProps } from './textProps.ts';
import { useTypedValue } from './useTypedValue.ts';

/** 金额、百分数、数字: typed as people write them, right-aligned, the unit beside them. */
export function TypedField(props: ControlProps<'money' | 'usd' | 'percent' | 'number'>) {
  const { field, value, onChange, paper } = props;
  const typed = useTypedValue<string | number>(typeof value === 'boolean' ? null : value, onChange, {
    read: (text) => readTyped(field, text),
    show: (shown) => showTyped(field, shown),
  });
  const unit = unitOf(field);
  return (
    <TextControl
      {...textProps(props)}
      value={typed.text}
      onChange={typed.onText}
      onBlur={typed.onLeave}
      align={paper ?? 'right'}
      inputMode="decimal"
      {...(unit === '' || paper !== null ? {} : { suffix: unit })}
    />
  );
}
