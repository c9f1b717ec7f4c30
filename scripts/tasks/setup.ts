// `npm run setup`: everything that the other tasks bring when they need it, at once.
import { prepare } from '../setup/prepare.ts';

await prepare({ system: 'tests', electron: true });
