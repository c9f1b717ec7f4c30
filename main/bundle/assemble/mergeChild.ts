import { serve, serveOperations } from '../../process/serveOperations.ts';
import { mergeBundle } from './mergeBundle.ts';
import { mergeOperation } from './mergeOperation.ts';

// Entry of the child process that writes the bundle; killed when a file hangs or eats memory.
serveOperations([serve(mergeOperation, mergeBundle)]);
