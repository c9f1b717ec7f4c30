import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FileReading } from '../../../shared/entities/fileReading.ts';

/** The spreadsheet whose columns are looked at; `reading` when it was just read. */
export type MappedFile = { readonly attachment: string; readonly reading: FileReading | null };

const mapped = createStore<{ readonly file: MappedFile | null }>(() => ({ file: null }));

/** Shows what the columns of a spreadsheet of the draft were taken for, to be corrected. */
export function openMapping(attachment: string, reading: FileReading | null = null): void {
  mapped.setState({ file: { attachment, reading } });
}

export function closeMapping(): void {
  mapped.setState({ file: null });
}

export function useMappedFile(): MappedFile | null {
  return useStore(mapped, ({ file }) => file);
}
