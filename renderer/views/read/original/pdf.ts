import { getDocument, InvalidPDFException, PasswordException, type PDFDocumentProxy, PDFWorker } from "pdfjs-dist";
import workerAddress from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { FileRefusal } from "../../../problems.ts";
import { words } from "../words.ts";

/** Where the build puts what pdf.js fetches besides its code; see vite.config.ts. */
const FOLDERS = { cMapUrl: "/pdf/cmaps/", standardFontDataUrl: "/pdf/standard_fonts/", wasmUrl: "/pdf/wasm/" };

/** The largest picture in a PDF that is drawn, in pixels; what is larger is left out. */
const LARGEST_PICTURE = 64_000_000;

/** Fetches character maps and fonts from our own origin, whatever its scheme. */
class OwnFiles {
  async fetch({ kind, filename }: { kind: keyof typeof FOLDERS; filename: string }): Promise<Uint8Array> {
    const response = await fetch(FOLDERS[kind] + filename);
    if (!response.ok) throw new Error(`The page has no file ${FOLDERS[kind]}${filename}.`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** A PDF that is open, until it is closed. */
export interface OpenPdf {
  pages: PDFDocumentProxy;
  close(): void;
}

/** Opens a PDF from its bytes, which go to a worker of our own. Nothing in it is run, and no form of it can be filled in. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const thread = new Worker(workerAddress, { type: "module" });
  const worker = PDFWorker.create({ port: thread });
  const task = getDocument({
    data: bytes,
    worker,
    ...FOLDERS,
    BinaryDataFactory: OwnFiles,
    useWorkerFetch: false,
    // Compiled modules would need a weaker policy; what they do is done by scripts of the same library.
    useWasm: false,
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: LARGEST_PICTURE,
    verbosity: 0,
  });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      thread.terminate();
    });
  };
  try {
    return { pages: await task.promise, close };
  } catch (error) {
    close();
    if (error instanceof PasswordException) throw new FileRefusal(words.original.locked);
    if (error instanceof InvalidPDFException) throw new FileRefusal(words.original.damaged);
    throw error;
  }
}
