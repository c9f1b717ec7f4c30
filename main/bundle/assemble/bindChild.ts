import { serve, serveOperations } from '../../process/serveOperations.ts';
import {
  guardOperation,
  imageOperation,
  importOperation,
  ofdOperation,
  rasterOperation,
} from './bindOperations.ts';
import { guardPages } from './guardPages.ts';
import { imageToPdf } from './imageToPdf.ts';
import { importPdf } from './importPdf.ts';
import { rasterPdf } from './rasterPdf.ts';

// Entry of the child processes in which single files are opened; any of them may be killed.
serveOperations([
  serve(imageOperation, imageToPdf),
  // Drawing brings fonts and much else along, which few children ever need.
  serve(ofdOperation, async (input, report) => (await import('./convertOfd.ts')).convertOfd(input, report)),
  serve(importOperation, importPdf),
  serve(rasterOperation, rasterPdf),
  serve(guardOperation, guardPages),
]);
