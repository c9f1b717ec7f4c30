import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { type Command, commands } from './commands.ts';
import styles from './ShortcutSheet.module.css';

/** Keys that belong to a place and not to the whole window. */
const inPlaces: readonly { readonly title: string; readonly keys: readonly string[] }[] = [
  { title: '下一个、上一个控件', keys: ['Tab', 'Shift+Tab'] },
  { title: '表格：下一格、编辑', keys: ['Enter', 'F2'] },
  { title: '表格：离开，到后面、前面的控件', keys: ['Esc', 'Shift+Esc'] },
  { title: '表格：从 Excel 粘贴', keys: ['Mod+V'] },
  { title: '方案：加粗、斜体、下划线', keys: ['Mod+B', 'Mod+I', 'Mod+U'] },
  { title: '收起对话框', keys: ['Esc'] },
];
const inTheQueue: typeof inPlaces = [
  { title: '没有问题，下一张；有矛盾时选定表里的', keys: ['Enter'] },
  { title: '取别处读出的内容', keys: ['Tab', 'Enter'] },
  { title: '上一张', keys: ['Shift+Enter', 'PageUp'] },
  { title: '先跳过', keys: ['PageDown'] },
  { title: '上一项、下一项', keys: ['↑', '↓'] },
  { title: '影像向左、向右转', keys: ['Mod+[', 'Mod+]'] },
  { title: '撤销、重做', keys: ['Mod+Z', 'Mod+Y'] },
  { title: '离开核对', keys: ['Esc'] },
];
const groups: readonly Command['group'][] = ['文件', '编辑', '前往', '视图', '帮助'];

/** F1: every key, with what it does. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="键盘快捷键" onClose={onClose} width={1080}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a low window it scrolls, which has to be possible by keyboard */}
      <section className={styles.sheet} tabIndex={0} aria-label="全部快捷键">
        {groups.map((group) => (
          <Group
            key={group}
            title={group}
            rows={commands.filter((one) => one.group === group && one.keys.length > 0)}
          />
        ))}
        <Group title="在各处" rows={inPlaces} />
        <Group title="核对发票" rows={inTheQueue} />
      </section>
    </Dialog>
  );
}

type GroupProps = {
  readonly title: string;
  readonly rows: readonly { readonly title: string; readonly keys: readonly string[] }[];
};

function Group({ title, rows }: GroupProps) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.title}>
            <dt>{row.title.replace('…', '')}</dt>
            <dd>
              {row.keys.map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
