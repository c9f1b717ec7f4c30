import { itemTitle } from '../../../../shared/documents/printedOutline.ts';
import { keysInWords } from '../../../ui/Kbd.tsx';
import type { ItemState, OutlineEntry } from './outlineItems.ts';
import styles from './PlanOutline.module.css';

/** What each state is called; the sign goes with the word, never the colour alone. */
const STATES: { readonly [state in ItemState]: { readonly word: string; readonly sign: string } } = {
  notApplicable: { word: '不涉及', sign: '–' },
  problems: { word: '有问题', sign: '!' },
  automatic: { word: '自动生成', sign: '≡' },
  optional: { word: '可不写', sign: '○' },
  unwritten: { word: '未写', sign: '○' },
  writing: { word: '在写', sign: '◐' },
  done: { word: '完成', sign: '✓' },
};

type PlanOutlineProps = {
  readonly entries: readonly OutlineEntry[];
  /** Id of the item that is open. */
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
};

/** The call's outline with how far each item is and how long it has become. */
export function PlanOutline({ entries, open, onOpen }: PlanOutlineProps) {
  const total = entries.reduce((sum, { words }) => sum + words, 0);
  return (
    <nav className={styles.outline} aria-label="方案提纲">
      <p className={styles.total}>
        全文 <strong>{total.toLocaleString('zh-CN')}</strong> 字
      </p>
      <ol className={styles.items}>
        {entries.map(({ chapter, item, state, words }, index) => (
          <li key={item.id}>
            {chapter === entries[index - 1]?.chapter ? null : (
              <p className={styles.chapter}>{itemTitle(chapter)}</p>
            )}
            <button
              type="button"
              className={styles.item}
              data-state={state}
              aria-current={item.id === open ? 'true' : undefined}
              onClick={() => onOpen(item.id)}
            >
              <span className={styles.title}>{itemTitle(item)}</span>
              <span className={styles.facts}>
                <span className={styles.state}>
                  <span aria-hidden="true">{STATES[state].sign}</span> {STATES[state].word}
                </span>
                {words > 0 ? <span>{words.toLocaleString('zh-CN')} 字</span> : null}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.keys}>{keysInWords('Mod+Alt+↑')} 或 ↓ 换节</p>
    </nav>
  );
}
