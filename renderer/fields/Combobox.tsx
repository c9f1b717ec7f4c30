import { DownOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Choice } from '../../shared/calls/schema/basics.ts';
import styles from './Combobox.module.css';
import { choicesLike } from './choicesLike.ts';
import { TextControl } from './TextControl.tsx';
import { useClosedWords } from './useClosedWords.ts';
import { ProblemLine } from './Verdict.tsx';

/** What the popup adds to its list on both sides together. */
const FRAME_PX = 12;

type ComboboxProps = Omit<ComponentProps<typeof TextControl>, 'value' | 'onChange' | 'combobox'> & {
  /** Label of what is chosen, or the words typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly choices: readonly Choice[];
  /** Words that are not in the list are an answer too. */
  readonly freeText: boolean;
  readonly name: string;
};

/**
 * A text input with the list it may be chosen from: typing narrows it, arrows and Enter take from it. What was
 * typed stays typed where words of one's own are an answer, and is told where they are not. Safe for input methods as every TextControl.
 */
export function Combobox({
  text: chosen,
  onText: onChosen,
  choices,
  freeText,
  name,
  ...input
}: ComboboxProps) {
  const { text, onText, onLeave, refused } = useClosedWords(chosen, onChosen, choices, freeText);
  const listId = useId();
  const frame = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  /** Typing narrows the list; a label that stands there already does not. */
  const [narrowed, setNarrowed] = useState(false);
  const [active, setActive] = useState(-1);
  const like = narrowed ? choicesLike(choices, text) : choices;
  // A closed list that has nothing like the words is shown whole: one of it has to be chosen.
  const none = like.length === 0;
  const shown = none && !freeText ? choices : like;
  const readOnly = input.readOnly === true;

  const close = () => {
    setOpen(false);
    setNarrowed(false);
    setActive(-1);
  };
  const show = () => {
    if (readOnly || open) return;
    setOpen(true);
    setActive(choices.findIndex(({ label }) => label === text));
  };
  const take = (choice: Choice) => {
    onText(choice.label);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return show();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter' && open) {
      const choice = shown[active];
      event.preventDefault();
      if (choice === undefined) close();
      else take(choice);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  };
  const list = (
    <div
      id={listId}
      role="listbox"
      aria-label={name}
      tabIndex={-1}
      className={styles.list}
      style={{ minWidth: Math.max(0, (frame.current?.offsetWidth ?? 0) - FRAME_PX) }}
      // The input keeps the focus while the mouse chooses.
      onMouseDown={(event) => event.preventDefault()}
    >
      {none && (
        <p className={styles.none}>
          {freeText ? '列表里没有，就按您写的填。' : '列表里没有您写的，请从下面选一项。'}
        </p>
      )}
      {shown.map((choice, index) => (
        <Option
          key={choice.id}
          id={`${listId}-${index}`}
          choice={choice}
          active={index === active}
          chosen={choice.label === chosen}
          onTake={take}
        />
      ))}
    </div>
  );
  return (
    <>
      <Popover open={open} arrow={false} placement="bottomLeft" trigger={[]} destroyOnHidden content={list}>
        <span ref={frame} className={styles.combobox}>
          <TextControl
            {...input}
            value={text}
            onChange={(next) => {
              setNarrowed(next !== '');
              setActive(next === '' || (!freeText && choicesLike(choices, next).length === 0) ? -1 : 0);
              if (!readOnly) setOpen(true);
              onText(next);
            }}
            onClick={show}
            onBlur={() => {
              close();
              onLeave();
            }}
            onKeyDown={onKeyDown}
            combobox={{ list: listId, open, active: active >= 0 ? `${listId}-${active}` : null }}
          />
          {!readOnly && (
            <button
              type="button"
              tabIndex={-1}
              className={styles.arrow}
              aria-label={`展开${name}的选项`}
              onMouseDown={(event) => {
                event.preventDefault();
                frame.current?.querySelector('input')?.focus();
                if (open) close();
                else show();
              }}
            >
              <DownOutlined />
            </button>
          )}
        </span>
      </Popover>
      <div role="status">{refused !== null && <ProblemLine problem={refused} />}</div>
    </>
  );
}

function Option({
  id,
  choice,
  active,
  chosen,
  onTake,
}: {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onTake: (choice: Choice) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as a combobox has it
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={[styles.option, active ? styles.active : '', chosen ? styles.chosen : ''].join(' ')}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => onTake(choice)}
    >
      <span>{choice.label}</span>
      {choice.code !== undefined && <span className={styles.code}>{choice.code}</span>}
    </div>
  );
}
