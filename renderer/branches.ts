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

/** Which answers speak of the rows of which table, or are found by them: a question may be about chains, tags or verdicts. */
const SPOKEN_OF_IN: Record<TableName, readonly Branch[]> = {
  case_information: ["cases"],
  source: ["sources", "claims", "attributions", "articles", "article", "marks", "copies", "search", "cases"],
  alias: ["sources", "articles", "search"],
  grade: ["sources", "claims", "attributions", "assessments"],
  article: ["articles", "article", "claims", "attributions", "sources", "copies", "search", "cases"],
  claim: ["claims", "articles", "marks", "sources", "search", "cases"],
  attribution: ["attributions", "claims", "articles", "marks", "sources", "assessments", "search", "cases"],
  hop: ["attributions", "claims", "articles", "marks", "sources", "assessments", "search"],
  assessment: ["claims", "articles", "marks", "assessments", "search"],
  evidence: ["claims", "assessments"],
  note: ["notes", "articles", "marks", "claims", "sources", "search"],
  span: ["attributions", "claims", "marks", "notes"],
  report: ["reports"],
  revision: ["revisions", "article"],
  article_link: ["copies", "articles", "article", "claims", "assessments", "search"],
  article_tag: ["articles", "article", "search"],
  collection: ["collections", "articles", "article", "search"],
  collection_member: ["collections", "articles", "article", "search"],
  saved_search: ["savedSearches"],
  trashed: ["trash"],
};

/** The branches that are out of date once rows of these tables have changed. */
export function branchesOf(tables: Iterable<TableName>): Set<Branch> {
  const branches = new Set<Branch>(["history"]);
  for (const table of tables) for (const branch of SPOKEN_OF_IN[table]) branches.add(branch);
  return branches;
}
