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
  | "search"
  | "copies"
  | "revisions"
  | "collections"
  | "savedSearches"
  | "trash"
  | "history";

/** Which answers speak of the rows of which table. */
const SPOKEN_OF_IN: Record<TableName, readonly Branch[]> = {
  case_information: ["cases"],
  source: ["sources", "claims", "attributions", "articles", "article", "marks", "search", "cases"],
  alias: ["sources"],
  grade: ["sources", "claims", "attributions", "assessments"],
  article: ["articles", "article", "claims", "attributions", "sources", "copies", "search", "cases"],
  claim: ["claims", "articles", "marks", "sources", "search", "cases"],
  attribution: ["attributions", "claims", "articles", "marks", "sources", "assessments", "cases"],
  hop: ["attributions", "claims", "marks", "sources", "assessments"],
  assessment: ["claims", "articles", "marks", "assessments"],
  evidence: ["claims", "assessments"],
  note: ["notes", "articles", "marks", "claims", "sources", "search"],
  span: ["attributions", "claims", "marks", "notes"],
  report: ["reports"],
  revision: ["revisions", "article"],
  article_link: ["copies", "articles", "article"],
  article_tag: ["articles", "article"],
  collection: ["collections", "articles", "article"],
  collection_member: ["collections", "articles", "article"],
  saved_search: ["savedSearches"],
  trashed: ["trash"],
};

/** The branches that are out of date once rows of these tables have changed. */
export function branchesOf(tables: Iterable<TableName>): Set<Branch> {
  const branches = new Set<Branch>(["history"]);
  for (const table of tables) for (const branch of SPOKEN_OF_IN[table]) branches.add(branch);
  return branches;
}
