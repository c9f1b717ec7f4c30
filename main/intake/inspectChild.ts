import { serve, serveOperations } from '../process/serveOperations.ts';
import { inspectContent } from './inspectContent.ts';
import { inspectOperation } from './inspectOperation.ts';

// Entry of the child processes in which files coming in are opened; any of them may be killed.
serveOperations([serve(inspectOperation, inspectContent)]);
