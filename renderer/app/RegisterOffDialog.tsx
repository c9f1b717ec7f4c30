import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { switchRegister } from './switchRegister.ts';

/** Asked before the numbers of invoices kept on this machine are cleared. */
export function RegisterOffDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="关闭并清除本机的发票登记？"
      onClose={onClose}
      foot={
        <>
          <Button
            onClick={() => {
              onClose();
              switchRegister(false);
            }}
          >
            关闭并清除
          </Button>
          <Button look="main" data-first onClick={onClose}>
            不关闭
          </Button>
        </>
      }
    >
      <p>
        现在开着：程序在本机记下各份草稿的发票号码，同一张发票用于两份草稿时会提醒。关闭后，记下的号码全部清除，不再提醒。
      </p>
      <p>各份草稿和其中的发票都不受影响。以后重新打开，程序会从再打开的草稿起重新记。</p>
    </Dialog>
  );
}
