import { serve, serveOperations } from '../../process/serveOperations.ts';
import { writeWord } from './writeWord.ts';
import { writeWordOperation } from './writeWordOperation.ts';

serveOperations([serve(writeWordOperation, ({ document, input }) => writeWord(document, input))]);
