import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MainContext } from './ipc/MainContext.ts';
import { zoomWindow } from './window.ts';

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/**
 * The program's menu as things stand now. Most items are commands that the window knows (renderer/app/commands):
 * those of the keyboard too, so their keys are only shown here. What does not make sense without a draft is grey.
 */
export function programMenu(context: MainContext): Menu {
  const mac = process.platform === 'darwin';
  const open = context.drafts.current() !== null;
  const command = (id: string, label: string, keys?: string, enabled = true): Item => ({
    label,
    enabled,
    click: () => context.emit('menu:command', { command: id }),
    registerAccelerator: false,
    ...(keys === undefined ? {} : { accelerator: keys }),
  });
  const withDraft = (id: string, label: string, keys?: string): Item => command(id, label, keys, open);

  const quit: Item = { role: 'quit', label: mac ? '退出成册' : '退出(&X)', accelerator: 'CmdOrCtrl+Q' };
  const file: Item = {
    label: '文件(&F)',
    submenu: [
      command('file.new', '新建…', 'CmdOrCtrl+N'),
      command('file.open', '打开…', 'CmdOrCtrl+O'),
      recentItem(context),
      line,
      withDraft('file.saveVersion', '保存版本…', 'CmdOrCtrl+S'),
      withDraft('file.versions', '历史版本…'),
      withDraft('file.saveAs', '另存为…', 'CmdOrCtrl+Shift+S'),
      withDraft('file.export', '导出…', 'CmdOrCtrl+E'),
      line,
      command('file.profiles', '公司资料库…'),
      withDraft('file.keepProfile', '存入公司资料库…'),
      line,
      // Not a tick: the system would take it away at once, before the window has asked.
      command(
        'file.register',
        context.preferences.read().invoiceRegister
          ? '核对发票是否用于本机其他草稿：现在开着，关闭…'
          : '核对发票是否用于本机其他草稿：现在关着，打开',
      ),
      line,
      withDraft('file.close', '关闭草稿', 'CmdOrCtrl+W'),
      ...(mac ? [] : [line, quit]),
    ],
  };
  const edit: Item = {
    label: '编辑(&E)',
    submenu: [
      withDraft('edit.undo', '撤销', 'CmdOrCtrl+Z'),
      withDraft('edit.redo', '重做', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      line,
      { role: 'cut', label: '剪切' },
      { role: 'copy', label: '复制' },
      { role: 'paste', label: '粘贴' },
      { role: 'selectAll', label: '全选' },
    ],
  };
  const go: Item = {
    label: '转到(&G)',
    submenu: [
      withDraft('go.overview', '总览', 'CmdOrCtrl+Shift+H'),
      withDraft('view.checks', '检查', 'CmdOrCtrl+Shift+M'),
      withDraft('go.reconciliation', '对账'),
      line,
      withDraft('go.previous', '上一节', 'CmdOrCtrl+PageUp'),
      withDraft('go.next', '下一节', 'CmdOrCtrl+PageDown'),
      withDraft('go.back', '后退', 'Alt+Left'),
      withDraft('go.forward', '前进', 'Alt+Right'),
      line,
      command('go.palette', '查找字段、条目和操作…', 'CmdOrCtrl+K'),
    ],
  };
  const help: Item = {
    label: '帮助(&H)',
    submenu: [
      command('help.shortcuts', '键盘快捷键', 'F1'),
      ...(mac ? [] : [line, { label: '关于成册', click: () => void showAbout(context) }]),
    ],
  };
  const own: Item = {
    label: '成册',
    submenu: [
      { label: '关于成册', click: () => void showAbout(context) },
      line,
      { role: 'hide', label: '隐藏成册' },
      { role: 'hideOthers', label: '隐藏其他' },
      { role: 'unhide', label: '全部显示' },
      line,
      quit,
    ],
  };
  const all = [...(mac ? [own] : []), file, edit, viewMenu(context, command, withDraft), go, help];
  return Menu.buildFromTemplate(all);
}

type MakeItem = (id: string, label: string, keys?: string) => Item;

function viewMenu(context: MainContext, command: MakeItem, withDraft: MakeItem): Item {
  const { theme } = context.preferences.read();
  const zoom = (label: string, how: 'in' | 'out' | 'reset', accelerator: string, visible = true): Item => ({
    label,
    accelerator,
    visible,
    click: () => {
      const window = context.window();
      if (window !== null) zoomWindow(window, context.windowState, how);
    },
  });
  return {
    label: '视图(&V)',
    submenu: [
      zoom('放大', 'in', 'CmdOrCtrl+Plus'),
      zoom('放大', 'in', 'CmdOrCtrl+=', false),
      zoom('缩小', 'out', 'CmdOrCtrl+-'),
      zoom('实际大小', 'reset', 'CmdOrCtrl+0'),
      line,
      { ...command('view.system', '外观跟随系统'), type: 'radio', checked: theme === 'system' },
      { ...command('view.light', '浅色'), type: 'radio', checked: theme === 'light' },
      { ...command('view.dark', '深色'), type: 'radio', checked: theme === 'dark' },
      line,
      withDraft('view.side', '显示或收起侧栏', 'CmdOrCtrl+B'),
      withDraft('view.requirements', '侧栏：要求', 'Alt+1'),
      withDraft('view.findings', '侧栏：问题', 'Alt+2'),
      withDraft('view.preview', '侧栏：预览', 'Alt+3'),
      line,
      { role: 'togglefullscreen', label: '全屏', accelerator: 'F11' },
      ...(app.isPackaged ? [] : ([{ role: 'toggleDevTools', label: '开发者工具' }] as const)),
    ],
  };
}

const MOST_RECENT = 10;

/** 最近: the window is told as if the file had been double-clicked, and saves what is open before it asks for it. */
function recentItem({ recents, requests }: MainContext): Item {
  const names = recents.names().slice(0, MOST_RECENT);
  return {
    label: '最近',
    enabled: names.length > 0,
    submenu: names.map(({ id, name }) => ({
      // A single & would be taken for the mark of a key.
      label: name.replaceAll('&', '&&'),
      click: () => {
        const file = recents.pathOf(id);
        if (file !== null) requests.put(file);
      },
    })),
  };
}

async function showAbout({ window }: MainContext): Promise<void> {
  const options = {
    type: 'none',
    title: '关于成册',
    message: `成册 ${app.getVersion()}`,
    detail: '离线准备、检查、装订政府项目申报材料。\n本程序不连接网络，材料只保存在您选择的位置。',
    buttons: ['好'],
  } as const;
  const parent = window();
  await (parent === null
    ? dialog.showMessageBox({ ...options, buttons: ['好'] })
    : dialog.showMessageBox(parent, { ...options, buttons: ['好'] }));
}
