import { Input } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './TextControl.module.css';
import { useComposedText } from './useComposedText.ts';
import { WordCounter } from './WordCounter.tsx';

type TextControlProps = {
  /** The stored text. */
  readonly value: string;
  /** Told at every change outside of a composition, at the end of one, and on leaving; store it as it is. */
  readonly onChange: (value: string) => void;
  /** The accessible name where no `<label for>` names it. */
  readonly label?: string;
  readonly id?: string;
  /** Ids of what describes it: hint, verdict. */
  readonly describedBy?: string;
  readonly multiline?: boolean | { readonly minRows?: number; readonly maxRows?: number };
  /** Most characters as Word counts them: counted below the input, never cut. */
  readonly maxCharacters?: number;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  /** Shown inside the input behind the text: a unit. */
  readonly suffix?: ReactNode;
  readonly align?: 'left' | 'right' | 'center';
  readonly size?: 'small' | 'middle' | 'large';
  readonly variant?: 'outlined' | 'borderless' | 'filled';
  readonly status?: 'error' | 'warning';
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel';
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly className?: string;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly onClick?: () => void;
  /** What is typed wraps, but stays one line: Enter makes no new one. */
  readonly oneLine?: boolean;
  /** The list an input is chosen from, where it has one: ids for screen readers. */
  readonly combobox?: { readonly list: string; readonly open: boolean; readonly active: string | null };
  /** Not called for keys an input method takes. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
};

/** The text input of the whole window, for one line or several: safe for Chinese input methods, never cuts. */
export function TextControl(props: TextControlProps) {
  const { value, multiline = false, maxCharacters, suffix, align, size, variant, status } = props;
  const { text, settled, handlers } = useComposedText(value, (next) => {
    props.onChange(props.oneLine === true ? next.replace(/\s*\n\s*/gu, '') : next);
  });
  const common = {
    ...handlers,
    value: text,
    className: [styles.control, align === undefined ? '' : styles[align], props.className ?? ''].join(' '),
    readOnly: props.readOnly === true,
    autoComplete: 'off',
    spellCheck: false,
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': status === 'error' ? true : undefined,
    'aria-required': props.required === true ? true : undefined,
    placeholder: props.placeholder ?? '',
    onFocus: () => props.onFocus?.(),
    onClick: () => props.onClick?.(),
    onBlur: (event: Parameters<typeof handlers.onBlur>[0]) => {
      handlers.onBlur(event);
      props.onBlur?.();
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing) return;
      if (props.oneLine === true && event.key === 'Enter') event.preventDefault();
      props.onKeyDown?.(event);
    },
    ...comboboxAttributes(props.combobox),
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(size === undefined ? {} : { size }),
    ...(variant === undefined ? {} : { variant }),
    ...(status === undefined ? {} : { status }),
    ...(props.inputMode === undefined ? {} : { inputMode: props.inputMode }),
    ...(props.autoFocus === true ? { autoFocus: true } : {}),
  };
  const { minRows = 3, maxRows = 12 } = typeof multiline === 'object' ? multiline : {};
  const input =
    multiline === false ? (
      <Input {...common} {...(suffix === undefined ? {} : { suffix })} />
    ) : (
      // antd's own growing measures with an inline style the policy of the window refuses; the browser grows by itself.
      <Input.TextArea
        {...common}
        className={`${common.className} ${styles.growing}`}
        rows={minRows}
        style={{ minHeight: minRows > 1 ? heightOf(minRows) : 0, maxHeight: heightOf(maxRows) }}
      />
    );
  if (maxCharacters === undefined) return input;
  return (
    <span className={styles.counted}>
      {input}
      <WordCounter text={settled} most={maxCharacters} />
    </span>
  );
}

function comboboxAttributes(combobox: TextControlProps['combobox']) {
  if (combobox === undefined) return {};
  const { list, open, active } = combobox;
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': open,
    'aria-controls': open ? list : undefined,
    'aria-activedescendant': open && active !== null ? active : undefined,
  } as const;
}

/** Height of so many lines with the padding of an input. */
function heightOf(lines: number): string {
  return `calc(${lines} * 1.6em + 10px)`;
}
