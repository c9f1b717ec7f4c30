import path from 'node:path';
import { projectRoot } from './projectRoot.ts';

/**
 * Folder of the built application: its package.json, out/ and what they need. The project itself, unless
 * CHENGCE_APP_FOLDER names another, so that several builds of one tree can stand side by side.
 */
export const appFolder: string = path.resolve(process.env.CHENGCE_APP_FOLDER ?? projectRoot);
