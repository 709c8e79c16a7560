import type { ContractRouterClient } from "@orpc/contract";
import { application } from "./application.ts";
import { articles } from "./articles.ts";
import { cases } from "./cases.ts";
import { assessments, attributions, claims } from "./claims.ts";
import { history } from "./history.ts";
import { collections, copies, revisions, savedSearches, trash } from "./library.ts";
import { notes } from "./notes.ts";
import { exports, reports } from "./reports.ts";
import { search } from "./search.ts";
import { sources } from "./sources.ts";
import { work } from "./work.ts";

/** Every procedure that the workbench offers: the one door between a screen, a script or a command, and the store. */
export const contract = {
  application,
  articles,
  assessments,
  attributions,
  cases,
  claims,
  collections,
  copies,
  exports,
  history,
  notes,
  reports,
  revisions,
  savedSearches,
  search,
  sources,
  trash,
  work,
};

/** A client of the whole contract, over whatever connection. */
export type Workbench = ContractRouterClient<typeof contract>;
