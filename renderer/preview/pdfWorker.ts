// pdf.js reads and prepares pages beside the window's own thread. A module of our own, so that the worker is
// served from the program itself.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
