import { serve, serveOperations } from '../../main/process/serveOperations.ts';
import {
  crashOperation,
  eatOperation,
  echoOperation,
  hangOperation,
  slowOperation,
  throwOperation,
} from './misbehavingOperations.ts';

const eaten: Buffer[] = [];

serveOperations([
  serve(echoOperation, async (text, report) => {
    report('one');
    report('two');
    return { text, pid: process.pid };
  }),
  serve(hangOperation, async () => {
    for (;;);
  }),
  serve(slowOperation, async (steps, report) => {
    for (let step = 0; step < steps; step++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      report(step);
    }
    return steps;
  }),
  serve(crashOperation, async () => process.exit(7)),
  serve(throwOperation, async () => {
    throw new Error('an ordinary error');
  }),
  serve(eatOperation, async () => {
    for (;;) eaten.push(Buffer.alloc(32 << 20, eaten.length + 1));
  }),
]);
