import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { ArticleFields, ImportedFile, ImportReport } from "#domain/contract/articles.ts";
import type { Progress } from "#domain/contract/base.ts";
import type { Article } from "#domain/nouns/article.ts";
import { Problem } from "#domain/problems.ts";
import { type ImportedArticle, readPlainText, refuseTooLarge } from "../importing/plain-text.ts";
import { knownArticle } from "../store/articles.ts";
import type { CaseFile } from "../store/case-file.ts";
import type { Transaction } from "../store/journal.ts";
import type { Desk } from "./desk.ts";
import { shortened } from "./found.ts";
import { newId, now } from "./ids.ts";
import { outletNamed } from "./registry.ts";

/** A file to bring in: its name, and how its bytes are had when its turn comes. */
export interface Incoming {
  name: string;
  read: () => Promise<Uint8Array>;
}

/** One entry of the journal holds at most this many articles, or this many characters, whichever comes first. */
const ENTRY_ARTICLES = 100;
const ENTRY_CHARACTERS = 4_000_000;

/** A file that was found and cannot be brought in. */
export interface Refused {
  name: string;
  problem: Problem;
}

interface Ready {
  name: string;
  bytes: Uint8Array;
  article: ImportedArticle;
}

/** Progress is told at most this often, in milliseconds. */
const TOLD_EVERY = 100;

/**
 * Brings files into a case one after the other. One that cannot be read is reported and stops nothing. Whoever stops listening
 * stops the import: what was read by then is in the case, whole, and the file in hand is left out.
 */
export async function* importFiles(
  desk: Desk,
  file: CaseFile,
  incoming: readonly (Incoming | Refused)[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, ImportReport> {
  const batch = new Batch(desk, file);
  let told = Number.NEGATIVE_INFINITY;
  try {
    for (const [done, one] of incoming.entries()) {
      if (signal?.aborted) break;
      if (performance.now() - told >= TOLD_EVERY) {
        yield { done, total: incoming.length, what: one.name };
        told = performance.now();
      }
      batch.add("problem" in one ? failed(one.name, one.problem) : await readIncoming(one));
    }
  } finally {
    batch.write();
  }
  return batch.report(signal?.aborted ?? false);
}

/** What was read and waits for its entry in the journal, and what became of the files before. */
class Batch {
  readonly #desk: Desk;
  readonly #file: CaseFile;
  readonly #files: ImportedFile[] = [];
  #ready: Ready[] = [];
  #characters = 0;

  constructor(desk: Desk, file: CaseFile) {
    this.#desk = desk;
    this.#file = file;
  }

  add(outcome: Ready | ImportedFile): void {
    if ("outcome" in outcome) {
      this.#files.push(outcome);
      return;
    }
    this.#ready.push(outcome);
    this.#characters += outcome.article.text.length;
    if (this.#ready.length >= ENTRY_ARTICLES || this.#characters >= ENTRY_CHARACTERS) this.write();
  }

  write(): void {
    const ready = this.#ready;
    this.#ready = [];
    this.#characters = 0;
    this.#files.push(...keepTogether(this.#desk, this.#file, ready));
  }

  report(cancelled: boolean): ImportReport {
    const counted = (outcome: ImportedFile["outcome"]) => this.#files.filter((file) => file.outcome === outcome).length;
    return {
      files: this.#files,
      imported: counted("imported"),
      known: counted("known"),
      failed: counted("failed"),
      cancelled,
    };
  }
}

/** Puts one article into the case; what `given` says of it goes before what the text says of itself. */
export function keepArticle(
  transaction: Transaction,
  { name, bytes, article }: Ready,
  given: Partial<ArticleFields>,
  collectedBy: string,
): ImportedFile {
  const originalSha256 = createHash("sha256").update(bytes).digest("hex");
  const textSha256 = createHash("sha256").update(article.text, "utf8").digest("hex");
  const known = knownArticle(transaction, originalSha256, textSha256);
  if (known) {
    const sentence = `“${shortened(known.title)}” is in the case already, with the same text.`;
    return { name, outcome: "known", articleId: known.id, sentence, wantsMapping: false };
  }
  const { outlet, ...fields } = { ...article.fields, ...given };
  const row: Article = {
    ...fields,
    id: newId(),
    outletId: outletNamed(transaction, outlet),
    publishedPrecision: fields.publishedPrecision ?? precisionOf(fields.published),
    collectedAt: now(),
    collectedBy,
    textSha256: transaction.keepText(article.text),
    originalSha256: transaction.keepOriginal(bytes),
    originalName: name,
    mediaType: article.mediaType,
    fieldOrigins: {},
    tool: "",
  };
  transaction.put("article", row);
  const sentence = [`“${shortened(row.title)}” was imported.`, article.doubt].filter(Boolean).join(" ");
  return { name, outcome: "imported", articleId: row.id, sentence, wantsMapping: false };
}

/** The precision that a date is written with. */
export function precisionOf(published: string | null): Article["publishedPrecision"] {
  if (published === null) return null;
  return ({ 4: "year", 7: "month", 10: "day" } as const)[published.length] ?? "time";
}

function keepTogether(desk: Desk, file: CaseFile, ready: readonly Ready[]): ImportedFile[] {
  if (ready.length === 0) return [];
  const label =
    ready.length === 1
      ? `import “${shortened(ready[0]?.article.fields.title ?? "")}”`
      : `import ${ready.length} articles`;
  const keep = (transaction: Transaction) => ({
    kept: ready.map((read) => keepArticle(transaction, read, {}, desk.author)),
  });
  return desk.run(label, keep, file).kept;
}

async function readIncoming(file: Incoming): Promise<Ready | ImportedFile> {
  try {
    const bytes = await file.read();
    return { name: file.name, bytes, article: readPlainText(file.name, bytes) };
  } catch (error) {
    if (error instanceof Problem) return failed(file.name, error);
    if (error instanceof Error && "code" in error) {
      const sentence = `“${file.name}” cannot be read (${String(error.code)}). See whether it is still there and may be read.`;
      return failed(file.name, new Problem("UNREADABLE_FILE", sentence, { name: file.name }));
    }
    throw error;
  }
}

function failed(name: string, problem: Problem): ImportedFile {
  return { name, outcome: "failed", articleId: null, sentence: problem.message, wantsMapping: false };
}

/** A file on disk on its way in. */
export function fromDisk(desk: Desk, place: string): Incoming {
  const name = path.basename(place);
  return {
    name,
    read: async () => {
      desk.refuseOpenCase(place);
      refuseTooLarge(name, (await stat(place)).size);
      return readFile(place);
    },
  };
}
