import {
  CheckCircleFilled,
  CheckCircleOutlined,
  EditOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Confidence } from '../../shared/entities/invoiceReading.ts';
import styles from './ConfidenceMark.module.css';
import { CONFIDENCE_WORDS } from './evidenceWords.ts';

/** How a value in a row stands to what the files tell. */
export type ValueState = Confidence | 'contradicted' | 'decided' | 'typed' | 'absent';

const WORDS: Readonly<Record<ValueState, string>> = {
  ...CONFIDENCE_WORDS,
  contradicted: '有矛盾',
  decided: '已选定',
  typed: '手工填写',
  absent: '没有读出',
};

/** Between the word and the source. */
const SPACED: Readonly<Partial<Record<ValueState, string>>> = { decided: '：' };

const ICONS: Readonly<Record<ValueState, ReactNode>> = {
  certain: <CheckCircleFilled />,
  likely: <CheckCircleOutlined />,
  doubtful: <QuestionCircleOutlined />,
  contradicted: <ExclamationCircleFilled />,
  decided: <CheckCircleOutlined />,
  typed: <EditOutlined />,
  absent: <MinusCircleOutlined />,
};

/** Sign and word of how far a value can be believed, and where it was found: `✓ 确定 · 二维码`. */
export function ConfidenceMark({ state, source }: { readonly state: ValueState; readonly source?: string }) {
  return (
    <span className={styles.mark} data-state={state}>
      <span aria-hidden="true">{ICONS[state]}</span>
      <span>
        {WORDS[state]}
        {source === undefined ? null : (
          <span className={styles.source}>{`${SPACED[state] ?? ' '}${source}`}</span>
        )}
      </span>
    </span>
  );
}
