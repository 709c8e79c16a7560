import type { TableName } from "#domain/journal/change.ts";

/** Branches of the contract whose answers a change can put out of date. */
export type Branch =
  | "cases"
  | "articles"
  | "article"
  | "marks"
  | "claims"
  | "attributions"
  | "assessments"
  | "sources"
  | "notes"
  | "reports"
  | "history";

/** Which answers speak of the rows of which table. */
const SPOKEN_OF_IN: Record<TableName, readonly Branch[]> = {
  case_information: ["cases"],
  source: ["sources", "claims", "attributions", "articles", "article", "marks", "cases"],
  alias: ["sources"],
  grade: ["sources", "claims", "attributions", "assessments"],
  article: ["articles", "article", "claims", "attributions", "sources", "cases"],
  claim: ["claims", "articles", "marks", "sources", "cases"],
  attribution: ["attributions", "claims", "articles", "marks", "sources", "assessments", "cases"],
  hop: ["attributions", "claims", "marks", "sources", "assessments"],
  assessment: ["claims", "articles", "marks", "assessments"],
  evidence: ["claims", "assessments"],
  note: ["notes", "articles", "marks", "claims", "sources"],
  span: ["attributions", "claims", "marks", "notes"],
  report: ["reports"],
};

/** The branches that are out of date once rows of these tables have changed. */
export function branchesOf(tables: Iterable<TableName>): Set<Branch> {
  const branches = new Set<Branch>(["history"]);
  for (const table of tables) for (const branch of SPOKEN_OF_IN[table]) branches.add(branch);
  return branches;
}
