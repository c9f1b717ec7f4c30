import { draftStore } from '../../draft/draftStore.ts';
import { redo, undo } from '../../draft/edit.ts';
import { flush } from '../../draft/saveQueue.ts';
import { openDialog } from '../dialogs.ts';
import { chooseDraft, closeDraft, saveAs } from '../drafts.ts';
import { goBack, goForward, goTo, jumpTo, navigation } from '../navigation.ts';
import { changePreferences, readPreferences } from '../preferences.ts';
import { showSide, toggleSide } from '../side.ts';
import { switchRegister } from '../switchRegister.ts';
import { goToNeighbour } from '../workspace/neighbours.ts';
import { focusNextRegion } from './focusNextRegion.ts';

/** Something the program does, whoever asks: menu, key, palette or button. */
export type Command = {
  /** As the native menu names it. */
  readonly id: string;
  readonly title: string;
  /** Its title as things stand, where it does one thing or the other. */
  readonly titleNow?: () => string;
  readonly group: '文件' | '编辑' | '前往' | '视图' | '帮助';
  /** Keys, most usual first: `Mod+Shift+Z`; Mod is Ctrl, on a Mac ⌘. */
  readonly keys: readonly string[];
  /** Whether it makes sense now; what does not is neither listed nor run. */
  readonly possible: () => boolean;
  readonly run: () => unknown;
};

const always = (): boolean => true;
const withDraft = (): boolean => draftStore.getState() !== null;
const withWords = (): boolean => draftStore.getState()?.info.readOnly === false;

export const commands: readonly Command[] = [
  {
    id: 'file.new',
    title: '新建申报…',
    group: '文件',
    keys: ['Mod+N'],
    possible: always,
    run: () => openDialog({ kind: 'newDraft' }),
  },
  { id: 'file.open', title: '打开草稿…', group: '文件', keys: ['Mod+O'], possible: always, run: chooseDraft },
  {
    id: 'file.saveVersion',
    title: '命名并保存一个版本…',
    group: '文件',
    keys: ['Mod+S'],
    possible: withWords,
    run: () => {
      void flush();
      openDialog({ kind: 'saveVersion' });
    },
  },
  {
    id: 'file.versions',
    title: '查看与恢复版本…',
    group: '文件',
    keys: [],
    possible: withDraft,
    run: () => openDialog({ kind: 'versions' }),
  },
  {
    id: 'file.saveAs',
    title: '另存为…',
    group: '文件',
    keys: ['Mod+Shift+S'],
    possible: withDraft,
    run: saveAs,
  },
  {
    id: 'file.keepProfile',
    title: '存入公司资料库…',
    group: '文件',
    keys: [],
    possible: withDraft,
    run: () => openDialog({ kind: 'keepProfile' }),
  },
  {
    id: 'file.profiles',
    title: '管理公司资料库…',
    group: '文件',
    keys: [],
    possible: always,
    run: () => openDialog({ kind: 'profiles' }),
  },
  {
    id: 'file.register',
    title: '核对发票是否用于本机其他草稿…',
    titleNow: () =>
      readPreferences().invoiceRegister
        ? '核对发票是否用于本机其他草稿：现在开着，关闭并清除…'
        : '核对发票是否用于本机其他草稿：现在关着，打开',
    group: '文件',
    keys: [],
    possible: always,
    run: () =>
      readPreferences().invoiceRegister ? openDialog({ kind: 'registerOff' }) : switchRegister(true),
  },
  {
    id: 'file.export',
    title: '预览与导出',
    group: '文件',
    keys: ['Mod+E'],
    possible: withDraft,
    run: () => goTo({ page: 'export' }),
  },
  {
    id: 'file.close',
    title: '关闭草稿，回到开始页',
    group: '文件',
    keys: ['Mod+W'],
    possible: withDraft,
    run: closeDraft,
  },
  {
    id: 'edit.undo',
    title: '撤销',
    group: '编辑',
    keys: ['Mod+Z'],
    possible: withWords,
    run: () => stepped(undo()),
  },
  {
    id: 'edit.redo',
    title: '重做',
    group: '编辑',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    possible: withWords,
    run: () => stepped(redo()),
  },
  {
    id: 'go.overview',
    title: '总览',
    group: '前往',
    keys: ['Mod+Shift+H'],
    possible: withDraft,
    run: () => goTo({ page: 'overview' }),
  },
  {
    id: 'view.checks',
    title: '检查',
    group: '前往',
    keys: ['Mod+Shift+M'],
    possible: withDraft,
    run: () => goTo({ page: 'checks' }),
  },
  {
    id: 'go.reconciliation',
    title: '对账',
    group: '前往',
    keys: [],
    possible: withDraft,
    run: () => goTo({ page: 'reconciliation' }),
  },
  {
    id: 'go.next',
    title: '下一节',
    group: '前往',
    keys: ['Mod+PageDown'],
    possible: withDraft,
    run: () => goToNeighbour('next'),
  },
  {
    id: 'go.previous',
    title: '上一节',
    group: '前往',
    keys: ['Mod+PageUp'],
    possible: withDraft,
    run: () => goToNeighbour('previous'),
  },
  {
    id: 'go.back',
    title: '后退到刚才的位置',
    group: '前往',
    keys: ['Alt+Left'],
    possible: withDraft,
    run: goBack,
  },
  {
    id: 'go.forward',
    title: '前进',
    group: '前往',
    keys: ['Alt+Right'],
    possible: withDraft,
    run: goForward,
  },
  {
    id: 'go.palette',
    title: '查找字段、条目和操作',
    group: '前往',
    keys: ['Mod+K'],
    possible: always,
    run: () => openDialog({ kind: 'palette' }),
  },
  {
    id: 'go.region',
    title: '在目录、正文、侧栏之间切换',
    group: '前往',
    keys: ['F6'],
    possible: withDraft,
    run: focusNextRegion,
  },
  {
    id: 'view.side',
    title: '显示或收起侧栏',
    group: '视图',
    keys: ['Mod+B'],
    possible: withDraft,
    run: toggleSide,
  },
  {
    id: 'view.requirements',
    title: '侧栏：要求',
    group: '视图',
    keys: ['Alt+1'],
    possible: withDraft,
    run: () => showSide('requirements'),
  },
  {
    id: 'view.findings',
    title: '侧栏：问题',
    group: '视图',
    keys: ['Alt+2'],
    possible: withDraft,
    run: () => showSide('findings'),
  },
  {
    id: 'view.preview',
    title: '侧栏：预览',
    group: '视图',
    keys: ['Alt+3'],
    possible: withDraft,
    run: () => showSide('preview'),
  },
  {
    id: 'view.light',
    title: '浅色外观',
    group: '视图',
    keys: [],
    possible: always,
    run: () => changePreferences({ theme: 'light' }),
  },
  {
    id: 'view.dark',
    title: '深色外观',
    group: '视图',
    keys: [],
    possible: always,
    run: () => changePreferences({ theme: 'dark' }),
  },
  {
    id: 'view.system',
    title: '外观跟随系统',
    group: '视图',
    keys: [],
    possible: always,
    run: () => changePreferences({ theme: 'system' }),
  },
  {
    id: 'help.shortcuts',
    title: '键盘快捷键',
    group: '帮助',
    keys: ['F1', 'Mod+/'],
    possible: always,
    run: () => openDialog({ kind: 'shortcuts' }),
  },
];

/** Does what is asked, when it is possible now. False when there is nothing to do. */
export function runCommand(id: string): boolean {
  const command = commands.find((one) => one.id === id);
  if (command === undefined || !command.possible()) return false;
  command.run();
  return true;
}

/** Undo and redo lead to the place they changed, unless the person is there already. */
function stepped(at: string | null): void {
  if (at === null) return;
  const here = document.activeElement?.closest<HTMLElement>('[data-at]')?.dataset.at;
  if (here === at && navigation.getState().wish === null) return;
  jumpTo(at);
}
