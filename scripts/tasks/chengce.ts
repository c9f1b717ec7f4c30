// `npm run -s chengce -- COMMAND …`: the command line. Set-up stays silent: stdout and stderr are the command's.
import { prepare } from '../setup/prepare.ts';

await prepare({ quiet: true });
await import('../../main/cli.ts');
