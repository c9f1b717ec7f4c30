import { assertNever } from '../../shared/assertNever.ts';
import { checkCreditCode, normaliseCode } from '../../shared/entities/creditCode.ts';
import { checkMobile, checkPhone } from '../../shared/entities/phone.ts';
import type { ControlProps } from './ControlProps.ts';
import { TextControl } from './TextControl.tsx';
import { textProps } from './textProps.ts';

/** 代码、电话、手机: kept as text; on leaving, what is right is written neatly (half-width, hyphens, capitals). */
export function PlainField(props: ControlProps<'code' | 'phone' | 'mobile'>) {
  const { field, value, onChange, readOnly } = props;
  const text = value === null ? '' : String(value);
  const tidy = () => {
    const neat = neatly(field.type, text);
    if (!readOnly && neat !== text) onChange(neat);
  };
  return (
    <TextControl
      {...textProps(props)}
      value={text}
      onChange={(next) => onChange(next === '' ? null : next)}
      onBlur={tidy}
      inputMode={field.type === 'code' ? 'text' : 'tel'}
    />
  );
}

/** The same code or number as it is written; what does not check stays as it was typed. */
function neatly(type: 'code' | 'phone' | 'mobile', text: string): string {
  switch (type) {
    case 'code':
      return checkCreditCode(text).ok ? normaliseCode(text) : text;
    case 'phone': {
      const check = checkPhone(text);
      return check.ok ? check.number : text;
    }
    case 'mobile': {
      const check = checkMobile(text);
      return check.ok ? check.number : text;
    }
    default:
      return assertNever(type);
  }
}
