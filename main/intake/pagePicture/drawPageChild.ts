import { serve, serveOperations } from '../../process/serveOperations.ts';
import { drawPage } from './drawPage.ts';
import { drawPageOperation } from './drawPageOperation.ts';

// Entry of the child processes in which pages are drawn; any of them may be killed.
serveOperations([serve(drawPageOperation, drawPage)]);
