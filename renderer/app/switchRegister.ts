import { askElsewhereSoon } from '../draft/elsewhere.ts';
import { tell } from './notices.ts';
import { changePreferences } from './preferences.ts';

/** What is kept is the numbers of invoices, on this machine alone; off, they are gone at once. */
export function switchRegister(on: boolean): void {
  changePreferences({ invoiceRegister: on });
  askElsewhereSoon();
  tell(
    'done',
    on
      ? '已打开：程序在本机记下各草稿的发票号码，同一张发票用于两份草稿时会提醒。'
      : '已关闭：本机记下的发票号码已清除，不再与其他草稿核对。草稿本身不受影响。',
  );
}
