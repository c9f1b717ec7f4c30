import { lazy, Suspense } from 'react';
import { type OpenDialog, useOpenDialog } from './dialogs.ts';

const UnsavedDialog = lazy(async () => ({ default: (await import('./UnsavedDialog.tsx')).UnsavedDialog }));

/** The dialog that is open, in front of everything. */
export function DialogHost() {
  const open = useOpenDialog();
  return <Suspense fallback={null}>{open === null ? null : <Opened dialog={open} />}</Suspense>;
}

function Opened({ dialog }: { readonly dialog: OpenDialog }) {
  switch (dialog.kind) {
    case 'unsaved':
      return <UnsavedDialog leave={dialog.leave} stay={dialog.stay} />;
    default:
      return null;
  }
}
