import { availableParallelism } from "node:os";
import type { FieldMapping, ImportedFile, ImportReport, TableReference } from "#domain/contract/articles.ts";
import type { Progress } from "#domain/contract/base.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { ReadArticle, Unread } from "../importing/article.ts";
import type { IncomingFile } from "../importing/document.ts";
import { sizeOf } from "../importing/incoming.ts";
import type { ReadPart } from "../importing/reading.ts";
import { ReadingPool } from "../jobs/reading-pool.ts";
import type { CaseFile } from "../store/case-file.ts";
import type { Transaction } from "../store/journal.ts";
import { findCopiesOf } from "./copies.ts";
import { describeByTable } from "./describing-by-table.ts";
import type { Desk } from "./desk.ts";
import { newId } from "./ids.ts";
import { ImportRecord } from "./import-report.ts";
import { type Refused, referenceTo } from "./incoming.ts";
import { keepArticle } from "./keeping.ts";
import type { LaterCopies } from "./later-copies.ts";
import type { Work } from "./works.ts";

/** One entry of the journal holds at most this many articles, or this many characters, whichever comes first. */
const ENTRY_ARTICLES = 100;
const ENTRY_CHARACTERS = 4_000_000;

/** So many bytes of originals are held at most until they are written. */
const ENTRY_BYTES = 32_000_000;

/** Progress is told at most this often, in milliseconds. */
const TOLD_EVERY = 100;

/** Threads that read files, at most; the last is begun only where the thread that writes waits for them. */
const THREADS = Math.max(2, Math.min(6, availableParallelism()));

export interface ImportPlan {
  incoming: readonly (IncomingFile | Refused)[];
  mapping: FieldMapping | null;
  /** It can be held and stopped by this. */
  work: Work;
  /** Looks for copies of what a stopped import brought in. */
  later: LaterCopies;
}

/**
 * Brings files into a case. They are read on several threads and written here, in their order and in batches. One that
 * cannot be read is reported and stops nothing. Whoever stops listening stops the import: what was read by then is in the
 * case, whole, and the files in hand are left out. Where it cannot go on, its report says so beside what came in; it throws
 * where nothing had become of any file by then.
 */
export async function* importFiles(
  desk: Desk,
  file: CaseFile,
  { incoming, mapping, work, later }: ImportPlan,
): AsyncGenerator<Progress, ImportReport> {
  const batch = new Batch(desk, { file, work: work.id }, { incoming, mapping });
  const total = incoming.length;
  const files = incoming.filter((one) => "content" in one);
  const bytes = { done: 0, total: files.reduce((sum, one) => sum + sizeOf(one), 0) };
  let done = 0;
  let partsOfFile = 0;
  let told = Number.NEGATIVE_INFINITY;
  let ended: string | null = null;
  const pool = new ReadingPool({ threads: Math.min(THREADS, Math.max(1, files.length)) });
  try {
    try {
      for (const one of incoming) {
        if ("content" in one) continue;
        batch.refuse(one);
        done++;
      }
      for await (const { index, part } of pool.read(files, { mapping })) {
        await work.goOn();
        if (work.isStopped) break;
        const inHand = files[index];
        partsOfFile = part ? partsOfFile + 1 : 0;
        if (part) batch.take(part, inHand);
        else {
          done++;
          if (inHand) bytes.done += sizeOf(inHand);
        }
        // A file of one part is done only with its end, which comes next.
        if (partsOfFile !== 1 && performance.now() - told >= TOLD_EVERY) {
          yield { done, total, bytes: { ...bytes }, what: inHand?.name ?? "" };
          told = performance.now();
          // Whoever else asks something of the workbench meanwhile is answered.
          await new Promise<void>((resolve) => setImmediate(resolve));
        }
      }
    } finally {
      await pool.stop();
      batch.write();
    }
  } catch (error) {
    if (batch.record.isEmpty) throw error;
    ended = whyEnded(desk, error);
  } finally {
    // What was brought in before the end is looked through a little later, since nobody waits for it here.
    if (done < total || ended !== null) for (const sha256 of batch.texts) later.add(file, sha256);
  }
  if (ended !== null) return batch.record.finished({ cancelled: false, ended });
  yield { done, total, bytes, what: "" };
  try {
    if (!work.isStopped && batch.texts.length > 0) yield* findCopiesOf(desk, file, batch.texts, work.signal);
  } catch (error) {
    ended = `${whyEnded(desk, error)} Only the search for copies was left.`;
  }
  return batch.record.finished({ cancelled: done < total, ended });
}

/** What ended an import of which some came in, as a sentence. */
function whyEnded(desk: Desk, error: unknown): string {
  if (error instanceof Problem && error.code === "DISK_FULL") {
    return "The disk is full, so the import ended before its end. What had come in stays, whole. Make room and import the same files again: what is here by now is known.";
  }
  if (error instanceof Problem) return error.message;
  desk.options.reportDefect(error, newId());
  return "The import met a defect and ended before its end. What had come in stays, whole. Import the same files again: what is here by now is known.";
}

/** What was read and waits for its entry in the journal, and what became of the files before. */
class Batch {
  readonly record: ImportRecord;
  /** The hashes of the texts that are new in the case. */
  readonly texts: string[] = [];
  readonly #desk: Desk;
  readonly #partOf: { file: CaseFile; work: string };
  readonly #plan: Pick<ImportPlan, "incoming" | "mapping">;
  #ready: ReadArticle[] = [];
  #characters = 0;
  #bytes = 0;

  constructor(desk: Desk, partOf: { file: CaseFile; work: string }, plan: Pick<ImportPlan, "incoming" | "mapping">) {
    this.#desk = desk;
    this.#partOf = partOf;
    this.#plan = plan;
    this.record = new ImportRecord(desk.files);
  }

  /** Takes what came out of a file. */
  take(part: ReadPart, file: IncomingFile | undefined): void {
    if (part.kind === "columns-left") {
      const table = part.name === file?.name ? referenceTo(this.#desk, file) : null;
      this.record.addTable({ name: part.name, sentence: columnsLeftOut(part), table });
      return;
    }
    if (part.kind === "unread") {
      const isFile = part.unread.name === file?.name;
      this.#fail(part.unread, part.unread.wantsMapping && isFile ? referenceTo(this.#desk, file) : null);
      return;
    }
    this.#ready.push(part.article);
    this.#characters += part.article.text.length;
    this.#bytes += part.article.original.byteLength;
    const isMuch = this.#characters >= ENTRY_CHARACTERS || this.#bytes >= ENTRY_BYTES;
    if (this.#ready.length >= ENTRY_ARTICLES || isMuch) this.write();
  }

  refuse({ name, problem }: Refused): void {
    this.#fail({ name, sentence: problem.message, defect: null }, null);
  }

  write(): void {
    const ready = this.#ready;
    this.#ready = [];
    this.#characters = 0;
    this.#bytes = 0;
    for (const [index, kept] of this.#keep(ready).entries()) {
      const read = ready[index];
      this.record.add(kept, read?.doubt != null);
      if ((kept.outcome === "imported" || kept.outcome === "revised") && read) this.texts.push(read.textSha256);
    }
  }

  #keep(ready: readonly ReadArticle[]): ImportedFile[] {
    if (ready.length === 0) return [];
    const collector = { author: this.#desk.author, version: this.#desk.options.version };
    const isMapped = this.#plan.mapping !== null;
    const keep = (transaction: Transaction) => ({
      kept: ready.map(
        (read) => (isMapped && describeByTable(transaction, read)) || keepArticle(transaction, read, {}, collector),
      ),
    });
    return this.#desk.run(this.#label(ready), keep, this.#partOf).kept;
  }

  /** What Undo calls the import, of which this may be one entry of many. */
  #label(ready: readonly ReadArticle[]): string {
    const [first, ...others] = this.#plan.incoming;
    if (others.length > 0) return `import ${this.#plan.incoming.length.toLocaleString("en-GB")} files`;
    const isOne = ready.length === 1 && this.texts.length === 0;
    return `import “${shortened((isOne ? ready[0]?.fields.title : first?.name) ?? "")}”`;
  }

  #fail({ name, sentence, defect }: Omit<Unread, "wantsMapping">, table: TableReference | null): void {
    if (defect !== null) this.#desk.options.reportDefect(defect, newId());
    this.record.add({ name, outcome: "failed", articleId: null, sentence, table }, false);
  }
}

/** How many columns a sentence names. */
const COLUMNS_NAMED = 8;

function columnsLeftOut({ columns }: { columns: readonly string[] }): string {
  const named = columns.slice(0, COLUMNS_NAMED).map((column) => `“${shortened(column)}”`);
  const more = columns.length - named.length;
  const all = new Intl.ListFormat("en-GB").format([...named, ...(more > 0 ? [`${more} more`] : [])]);
  return columns.length === 1
    ? `Its column ${all} was left out, since the name does not say what it holds.`
    : `Its columns ${all} were left out, since their names do not say what they hold.`;
}
