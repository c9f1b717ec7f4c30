import type { ControlProps } from './ControlProps.ts';
import { TextControl } from './TextControl.tsx';
import { textProps } from './textProps.ts';

/** 文字: one line or several, counted where the call limits it. */
export function TextField(props: ControlProps<'text'>) {
  const { field, value, onChange, paper } = props;
  const limit = field.maxCharacters === undefined ? {} : { maxCharacters: field.maxCharacters };
  const lines = paper !== null ? { minRows: 1, maxRows: 12 } : { minRows: 4, maxRows: 12 };
  return (
    <TextControl
      {...textProps(props)}
      {...limit}
      // On paper long names wrap as they will in print.
      multiline={field.multiline ? lines : paper !== null ? { minRows: 1, maxRows: 6 } : false}
      oneLine={!field.multiline}
      value={value === null ? '' : String(value)}
      onChange={(text) => onChange(text === '' ? null : text)}
    />
  );
}
