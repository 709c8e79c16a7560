import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ImportReport } from "#domain/contract/articles.ts";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { temporaryFolder, temporaryWorkbench } from "../../support/workbench.ts";

/** A workbench with an empty case, and a folder beside it for what is brought in. */
export async function empty() {
  const workbench = temporaryWorkbench();
  await workbench.client.cases.create({ name: "Imports" });
  return { ...workbench, incoming: temporaryFolder() };
}

/** Imports files and folders to the end. */
export async function importFrom(client: Workbench, ...paths: string[]): Promise<ImportReport> {
  return finish(await client.articles.importPaths({ paths }));
}

/** Writes files into a folder, by their paths in it. */
export function write(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** The titles of all articles, in alphabetical order. */
export async function titles(client: Workbench): Promise<string[]> {
  const { rows } = await client.articles.list({ order: "title", limit: 1_000 });
  return rows.map(({ title }) => title);
}

/** A saved page of an article; its address is said where one is given. */
export const page = (headline: string, words: string, address = "") =>
  `<!doctype html><html lang="en"><head><title>${headline}</title>${address && `<link rel="canonical" href="${address}">`}</head><body><article><h1>${headline}</h1><p>${words}</p></article></body></html>`;

/** A text that is long enough to be compared with others. */
export const LONG =
  "The ferry at Oure stopped on Tuesday after a raid on the landing, the harbour master said. Forty people waited on the northern shore, and nobody was hurt in the crossing that night.";
