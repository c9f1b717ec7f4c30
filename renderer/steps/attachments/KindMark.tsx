import { assertNever } from '../../../shared/assertNever.ts';
import { ToneMark } from '../../fields/Verdict.tsx';
import styles from './KindMark.module.css';
import type { KindState } from './kindStates.ts';

/** 必需 or 可选, and how it stands: a mark and a word, never colour alone. */
export function KindMark({ kind }: { readonly kind: KindState }) {
  return (
    <span className={styles.marks}>
      <span className={styles.need}>{NEED[kind.need]}</span>
      <Status kind={kind} />
    </span>
  );
}

const NEED = { required: '必需', advised: '建议', optional: '可选' } as const;

function Status({ kind: { status, grave, rows } }: { readonly kind: KindState }) {
  switch (status) {
    case 'missing':
      return <ToneMark tone="unknown" word="缺" />;
    case 'partly':
      return <ToneMark tone="unknown" word={`还差 ${rows?.lacking ?? 0} 张发票`} />;
    case 'trouble':
      return <ToneMark tone={grave ? 'error' : 'warning'} word="有问题" />;
    case 'complete':
      return <ToneMark tone="met" word="已齐" />;
    case 'given':
      return <ToneMark tone="met" word="已附" />;
    case 'empty':
      return <span className={styles.empty}>未附</span>;
    default:
      return assertNever(status);
  }
}
