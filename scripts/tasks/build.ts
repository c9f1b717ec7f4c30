// `npm run build`: main, preload and window into out/.
import { build } from '../setup/ensureBuild.ts';
import { prepare } from '../setup/prepare.ts';

await prepare({});
process.exitCode = await build();
