import "./without-canvas.ts";
// The part of pdfjs that reads files is meant for a worker of its own. Loaded beside the other part, both run in one
// thread, and that is one of ours already.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";

export { getDocument, VerbosityLevel, version } from "pdfjs-dist/legacy/build/pdf.mjs";
