import { runCommandLine } from './cli/runCommandLine.ts';

process.exitCode = await runCommandLine(process.argv.slice(2));
