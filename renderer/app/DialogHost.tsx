import { lazy, Suspense } from 'react';
import { assertNever } from '../../shared/assertNever.ts';
import { closeDialog, type OpenDialog, useOpenDialog } from './dialogs.ts';

const Palette = lazy(async () => ({ default: (await import('./commands/Palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({
  default: (await import('./commands/ShortcutSheet.tsx')).ShortcutSheet,
}));
const NewDraftDialog = lazy(async () => ({
  default: (await import('../start/NewDraftDialog.tsx')).NewDraftDialog,
}));
const ProfilesDialog = lazy(async () => ({
  default: (await import('../start/ProfilesDialog.tsx')).ProfilesDialog,
}));
const KeepProfileDialog = lazy(async () => ({
  default: (await import('../start/KeepProfileDialog.tsx')).KeepProfileDialog,
}));
const SaveVersionDialog = lazy(async () => ({
  default: (await import('./versions/SaveVersionDialog.tsx')).SaveVersionDialog,
}));
const VersionsDialog = lazy(async () => ({
  default: (await import('./versions/VersionsDialog.tsx')).VersionsDialog,
}));
const RegisterOffDialog = lazy(async () => ({
  default: (await import('./RegisterOffDialog.tsx')).RegisterOffDialog,
}));
const UnsavedDialog = lazy(async () => ({ default: (await import('./UnsavedDialog.tsx')).UnsavedDialog }));

/** The dialog that is open, in front of everything. */
export function DialogHost() {
  const open = useOpenDialog();
  return <Suspense fallback={null}>{open === null ? null : <Opened dialog={open} />}</Suspense>;
}

function Opened({ dialog }: { readonly dialog: OpenDialog }) {
  switch (dialog.kind) {
    case 'palette':
      return <Palette onClose={closeDialog} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={closeDialog} />;
    case 'newDraft':
      return <NewDraftDialog onClose={closeDialog} />;
    case 'profiles':
      return <ProfilesDialog onClose={closeDialog} />;
    case 'keepProfile':
      return <KeepProfileDialog onClose={closeDialog} />;
    case 'saveVersion':
      return <SaveVersionDialog onClose={closeDialog} />;
    case 'versions':
      return <VersionsDialog onClose={closeDialog} />;
    case 'registerOff':
      return <RegisterOffDialog onClose={closeDialog} />;
    case 'unsaved':
      return <UnsavedDialog leave={dialog.leave} stay={dialog.stay} />;
    default:
      return assertNever(dialog);
  }
}
