import { Popover } from 'antd';
import { useState } from 'react';
import { LinkButton } from '../ui/LinkButton.tsx';
import styles from './ClauseButton.module.css';

/** Where the notice says it and in which words. */
export type QuotedClause = { readonly ref: string; readonly text: string };

/** The clause one click away: quoted word for word with its number. `about` names the button for screen readers. */
export function ClauseButton({
  clause,
  about,
  children = '依据',
}: {
  readonly clause: QuotedClause;
  readonly about: string;
  readonly children?: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title={clause.ref}
      content={<blockquote className={styles.quote}>{clause.text}</blockquote>}
    >
      <LinkButton
        className={styles.button}
        aria-label={`${about}的通知依据：${clause.ref}`}
        aria-expanded={open}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      >
        {children}
      </LinkButton>
    </Popover>
  );
}
