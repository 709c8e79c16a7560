import type { GoesOn, SentFiles } from "#domain/contract/shell.ts";
import { usableFileName } from "#domain/file-names.ts";
import { withKey } from "./key.ts";

/** How many requests are under way at once. */
const AT_ONCE = 4;

/** What goes up in one request: most of what a request takes is not its bytes. */
const FILES_TOGETHER = 100;
const BYTES_TOGETHER = 4_000_000;

/** Of a long name its end is sent, since a server reads no long addresses; the whole name goes with the import. */
const NAME_SENT = 100;

/** What became of one file: the id under which it waits, or why it could not be sent. */
type Sent = { id: string } | { sentence: string };

/**
 * Sends files up to where they can be read, small ones many at a time. A file that cannot be read or taken is refused by itself,
 * with a sentence. Once `goesOn` gives false no more are sent; what had been sent by then is among the uploads.
 */
export async function sendFiles(files: readonly File[], goesOn: GoesOn): Promise<SentFiles> {
  const bytes = { done: 0, total: files.reduce((sum, { size }) => sum + size, 0) };
  const outcomes: (Sent | undefined)[] = [];
  const batches = inBatches(files);
  let done = 0;
  const told = (what: string) => goesOn({ done, total: files.length, bytes: { ...bytes }, what });
  let mayGoOn = told("");
  const sendAll = async () => {
    for (let batch = batches.shift(); batch && mayGoOn; batch = batches.shift()) {
      const sent = await sendTogether(batch.files);
      for (const [index, outcome] of sent.entries()) outcomes[batch.from + index] = outcome;
      done += batch.files.length;
      bytes.done += batch.files.reduce((sum, { size }) => sum + size, 0);
      mayGoOn = told(batch.files.at(-1)?.name ?? "") && mayGoOn;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendAll));
  const sent: SentFiles = { kind: "uploads", uploads: [], refused: [] };
  for (const [index, file] of files.entries()) {
    const outcome = outcomes[index];
    const name = nameOf(file);
    if (outcome && "id" in outcome) sent.uploads.push({ id: outcome.id, name });
    else if (outcome) sent.refused.push({ name, sentence: outcome.sentence });
  }
  return sent;
}

interface Batch {
  /** Where its first file stands among all. */
  from: number;
  files: File[];
}

function inBatches(files: readonly File[]): Batch[] {
  const batches: Batch[] = [];
  let last: Batch | null = null;
  let bytes = 0;
  for (const [index, file] of files.entries()) {
    const isFull = last && (last.files.length >= FILES_TOGETHER || bytes + file.size > BYTES_TOGETHER);
    if (!last || isFull) {
      last = { from: index, files: [] };
      bytes = 0;
      batches.push(last);
    }
    last.files.push(file);
    bytes += file.size;
  }
  return batches;
}

async function sendTogether(files: readonly File[]): Promise<Sent[]> {
  if (files.length > 1) {
    const sizes = files.map(({ size }) => size).join();
    try {
      const response = await post(`sizes=${sizes}`, new Blob([...files]));
      if (response.ok) return (await response.json()) as Sent[];
    } catch {
      // One file that cannot be read spoils the request of all.
    }
  }
  const sent: Sent[] = [];
  for (const file of files) sent.push(await sendAlone(file));
  return sent;
}

async function sendAlone(file: File): Promise<Sent> {
  const name = nameOf(file);
  try {
    const response = await post(`name=${encodeURIComponent(name.slice(-NAME_SENT).toWellFormed())}`, file);
    if (response.ok) return (await response.json()) as Sent;
    return { sentence: (await response.text()).trim() };
  } catch {
    return {
      sentence: `“${name}” cannot be read, or not be handed over. See whether it is still there and is a file.`,
    };
  }
}

function post(question: string, body: Blob): Promise<Response> {
  return fetch(withKey(`/uploads?${question}`), { method: "POST", body });
}

/** A file out of a folder is known by its way through it. */
function nameOf(file: File): string {
  return usableFileName(file.webkitRelativePath || file.name);
}
