import { useCall } from '../draft/useDraft.ts';
import { Combobox } from './Combobox.tsx';
import type { ControlProps } from './ControlProps.ts';
import { textProps } from './textProps.ts';

/** 选择: typed or picked from the call's list; where the call allows it, words of one's own. */
export function ChoiceField(props: ControlProps<'choice'>) {
  const { field, value, onChange } = props;
  const call = useCall();
  const choices = call.lists[field.list] ?? [];
  const chosen = choices.find(({ id }) => id === value);
  return (
    <Combobox
      {...textProps(props)}
      text={chosen?.label ?? (value === null ? '' : String(value))}
      choices={choices}
      freeText={field.freeText}
      name={field.label}
      onText={(text) => {
        const named = choices.find(({ label }) => label === text.trim());
        onChange(text === '' ? null : (named?.id ?? text));
      }}
    />
  );
}
