import type { Database } from "better-sqlite3";
import { signatureOf } from "#domain/likeness/signature.ts";
import { readableOf, walk } from "../readable.ts";

/** Makes signatures for what a case of the first form holds. */
export function fillLibrary(database: Database): void {
  const keep = database.prepare("INSERT INTO text_signature (sha256, signature) VALUES (?, ?)");
  const texts = walk<{ sha256: string; content: string }>(readableOf(database), "text", "sha256", 20);
  for (const { sha256, content } of texts) keep.run(sha256, signatureOf(content));
}
