import { useSyncExternalStore } from 'react';
import { pictureRatio, whenFetched } from './pictures.ts';

/** Height over width of a picture; null until it is there. */
export function usePictureRatio(address: string): number | null {
  return useSyncExternalStore(
    (changed) => whenFetched(address, changed),
    () => pictureRatio(address),
  );
}
