import { serve, serveOperations } from '../../process/serveOperations.ts';
import { readContent } from './readContent.ts';
import { readOperation } from './readOperation.ts';

// Entry of the child processes in which invoices and ledgers are read; any of them may be killed.
serveOperations([serve(readOperation, readContent)]);
