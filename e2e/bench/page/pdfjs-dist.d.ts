/** pdf.js's other half; it is handed on, never called. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
