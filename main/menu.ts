import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';

/** The program's menu. Every item does something; what does not exist yet is not listed. */
export function programMenu(): Menu {
  const mac = process.platform === 'darwin';
  const file: MenuItemConstructorOptions = {
    label: '文件(&F)',
    submenu: [{ role: 'quit', label: '退出(&X)', accelerator: 'CmdOrCtrl+Q' }],
  };
  const edit: MenuItemConstructorOptions = {
    label: '编辑(&E)',
    submenu: [
      { role: 'copy', label: '复制(&C)' },
      { role: 'selectAll', label: '全选(&A)' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '视图(&V)',
    submenu: [
      { role: 'zoomIn', label: '放大' },
      { role: 'zoomOut', label: '缩小' },
      { role: 'resetZoom', label: '实际大小' },
      { type: 'separator' },
      { role: 'togglefullscreen', label: '全屏' },
      ...(app.isPackaged ? [] : ([{ role: 'toggleDevTools', label: '开发者工具' }] as const)),
    ],
  };
  const help: MenuItemConstructorOptions = {
    label: '帮助(&H)',
    submenu: [{ label: '关于成册', click: () => void showAbout() }],
  };
  return Menu.buildFromTemplate([...(mac ? [{ role: 'appMenu' } as const] : [file]), edit, view, help]);
}

async function showAbout(): Promise<void> {
  await dialog.showMessageBox({
    type: 'none',
    title: '关于成册',
    message: `成册 ${app.getVersion()}`,
    detail: '离线准备、检查、装订政府项目申报材料。\n本程序不连接网络，材料只保存在您选择的位置。',
    buttons: ['好'],
  });
}
