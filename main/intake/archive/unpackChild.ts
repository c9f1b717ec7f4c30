import { serve, serveOperations } from '../../process/serveOperations.ts';
import { unpackOperation } from './unpackOperation.ts';
import { unpackZip } from './unpackZip.ts';

// Entry of the child processes in which archives are unpacked; any of them may be killed.
serveOperations([serve(unpackOperation, unpackZip)]);
