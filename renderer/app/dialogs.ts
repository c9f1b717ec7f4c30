import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What stands in front of the window: one at a time. */
export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'newDraft' }
  | { readonly kind: 'profiles' }
  | { readonly kind: 'saveVersion' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'keepProfile' }
  | { readonly kind: 'registerOff' }
  /** Something could not be saved and the person was about to leave it; `leave` goes on all the same. */
  | { readonly kind: 'unsaved'; readonly leave: () => void; readonly stay: () => void };

const dialogs = createStore<{ readonly open: OpenDialog | null }>(() => ({ open: null }));

export function openDialog(dialog: OpenDialog): void {
  dialogs.setState({ open: dialog });
}

export function closeDialog(): void {
  dialogs.setState({ open: null });
}

export function readDialog(): OpenDialog | null {
  return dialogs.getState().open;
}

export function useOpenDialog(): OpenDialog | null {
  return useStore(dialogs, ({ open }) => open);
}
