import { serve, serveOperations } from '../../process/serveOperations.ts';
import { extractWord } from './extractWord.ts';
import { readWordOperation } from './readWordOperation.ts';

serveOperations([serve(readWordOperation, ({ path }) => extractWord(path))]);
