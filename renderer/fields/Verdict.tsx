import {
  CheckCircleFilled,
  CloseCircleFilled,
  EditOutlined,
  InfoCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { assertNever } from '../../shared/assertNever.ts';
import type { Finding } from '../../shared/calls/finding.ts';
import { ClauseButton } from './ClauseButton.tsx';
import styles from './Verdict.module.css';

/** How a finding looks: never by colour alone, a word and a mark go with it. */
export type Tone = 'error' | 'warning' | 'hint' | 'unknown' | 'met';

export function toneOf({ outcome, severity }: Pick<Finding, 'outcome' | 'severity'>): Tone {
  switch (outcome) {
    case 'met':
      return 'met';
    case 'unknown':
      return 'unknown';
    case 'unmet':
      return severity;
    default:
      return assertNever(outcome);
  }
}

const WORDS: Readonly<Record<Tone, string>> = {
  error: '错误',
  warning: '警告',
  hint: '提示',
  unknown: '待填',
  met: '符合',
};

const ICONS: Readonly<Record<Tone, ReactNode>> = {
  error: <CloseCircleFilled />,
  warning: <WarningFilled />,
  hint: <InfoCircleFilled />,
  unknown: <EditOutlined />,
  met: <CheckCircleFilled />,
};

/** The mark and word of a tone: `错误`. */
export function ToneMark({ tone, word }: { readonly tone: Tone; readonly word?: string }) {
  return (
    <span className={[styles.mark, styles[tone]].join(' ')}>
      <span aria-hidden="true">{ICONS[tone]}</span> {word ?? WORDS[tone]}
    </span>
  );
}

/** One finding in words, with the clause it comes from. */
export function VerdictLine({ finding }: { readonly finding: Finding }) {
  const tone = toneOf(finding);
  return (
    <p className={styles.line} data-tone={tone} data-finding={finding.key}>
      <ToneMark tone={tone} />
      <span>
        {finding.message} <ClauseButton clause={finding.clause} about={finding.title} />
      </span>
    </p>
  );
}

/** Words about what was typed that no check says: that it could not be read. */
export function ProblemLine({ problem }: { readonly problem: string }) {
  return (
    <p className={styles.line} data-tone="error">
      <ToneMark tone="error" word="没认出" />
      <span>{problem}</span>
    </p>
  );
}
