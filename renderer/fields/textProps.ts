import type { ComponentProps } from 'react';
import type { BindingProps } from './ControlProps.ts';
import type { TextControl } from './TextControl.tsx';

/** What every text input takes over from its field. */
export function textProps({
  field,
  id,
  describedBy,
  status,
  readOnly,
  paper,
}: BindingProps): Pick<
  ComponentProps<typeof TextControl>,
  'id' | 'describedBy' | 'status' | 'readOnly' | 'required' | 'variant' | 'size' | 'label' | 'align'
> {
  return {
    id,
    describedBy,
    readOnly,
    required: field.required,
    ...(status === null ? {} : { status }),
    ...(paper === null ? {} : { variant: 'borderless', size: 'small', label: field.label, align: paper }),
  };
}
