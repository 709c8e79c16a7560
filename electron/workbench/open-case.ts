import path from "node:path";
import type { OpenCase } from "#domain/contract/cases.ts";
import type { CaseInformation } from "#domain/nouns/case.ts";
import type { CaseFile } from "../store/case-file.ts";
import type { Readable } from "../store/readable.ts";
import { allRows } from "../store/tables.ts";

/** An open case as every screen is told of it. */
export function describeOpen(file: CaseFile): OpenCase {
  const counts = file.readable.get<OpenCase["counts"]>(
    `SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM claim) AS claims,
       (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM attribution) AS attributions`,
  );
  return {
    ...informationOf(file.readable),
    path: file.path,
    fileName: path.basename(file.path),
    counts: counts ?? { articles: 0, claims: 0, sources: 0, attributions: 0 },
  };
}

/** What a case says of itself. */
export function informationOf(readable: Readable): CaseInformation {
  const [information] = allRows(readable, "case_information");
  if (!information) throw new Error("The case says nothing of itself.");
  return information;
}
