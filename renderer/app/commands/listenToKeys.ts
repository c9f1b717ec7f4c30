import { readDialog } from '../dialogs.ts';
import { commands } from './commands.ts';
import { isStroke } from './keys.ts';

const mac = navigator.platform.startsWith('Mac');

/** Keys of the whole window. What a place handles itself (the plan's editor, a grid) it takes before they come here. */
export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) {
      if (!isUndo(event) || event.defaultPrevented || event.isComposing) return;
    }
    if (isElsewhere(event.target)) return;
    const command = commands.find(({ keys }) => keys.some((one) => isStroke(one, event, mac)));
    if (command === undefined || !command.possible()) return;
    event.preventDefault();
    command.run();
  });
}

/** Undo may be held down; a dialog is opened once. */
function isUndo(event: KeyboardEvent): boolean {
  return (
    isStroke('Mod+Z', event, mac) || isStroke('Mod+Shift+Z', event, mac) || isStroke('Mod+Y', event, mac)
  );
}

/** In front of a dialog the window behind it does nothing; an input with words of its own takes its own back. */
function isElsewhere(target: EventTarget | null): boolean {
  if (readDialog() !== null) return true;
  return target instanceof Element && target.closest('dialog, .ant-modal, .ant-drawer') !== null;
}
