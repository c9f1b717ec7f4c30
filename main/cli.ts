import { runCommandLine } from './cli/runCommandLine.ts';

// Whoever reads us may stop early (`| head`): nothing is wrong then, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await runCommandLine(process.argv.slice(2));
