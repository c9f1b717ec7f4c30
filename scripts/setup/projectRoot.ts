import path from 'node:path';

/** The project folder, wherever the scripts were started from. */
export const projectRoot: string = path.resolve(import.meta.dirname, '..', '..');
