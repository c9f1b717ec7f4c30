import type { DragEvent } from 'react';

const TYPE = 'application/x-chengce-attachment';

/** A row of the board being dragged: told apart from files of the disk by a type of its own. */
export const draggedFile = {
  write: ({ dataTransfer }: DragEvent, id: string): void => {
    dataTransfer.setData(TYPE, id);
    dataTransfer.effectAllowed = 'move';
  },
  is: ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(TYPE),
  /** Id of the attachment; null when something else was dropped. */
  read: ({ dataTransfer }: DragEvent): string | null => dataTransfer.getData(TYPE) || null,
} as const;
