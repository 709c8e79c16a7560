import { createRouterClient } from "@orpc/server";
import type { Workbench } from "#domain/contract/contract.ts";
import type { ShownOriginal } from "#domain/contract/originals.ts";
import { originalOf } from "../store/articles.ts";
import { applicationProcedures } from "./application.ts";
import { articleProcedures } from "./articles.ts";
import { assessmentProcedures } from "./assessments.ts";
import { attributionProcedures } from "./attributions.ts";
import { caseProcedures } from "./cases.ts";
import { claimProcedures } from "./claims.ts";
import { collectionProcedures } from "./collections.ts";
import { copyProcedures } from "./copies.ts";
import { Desk, type WorkbenchOptions } from "./desk.ts";
import { exportProcedures } from "./exports.ts";
import { historyProcedures } from "./history.ts";
import { implementer } from "./implementer.ts";
import { noteProcedures } from "./notes.ts";
import { reportProcedures } from "./reports.ts";
import { revisionProcedures } from "./revisions.ts";
import { savedSearchProcedures } from "./saved-searches.ts";
import { searchProcedures } from "./search.ts";
import { showOriginal } from "./showing.ts";
import { sourceProcedures } from "./sources.ts";
import { trashProcedures } from "./trash.ts";
import { workProcedures } from "./work.ts";

export type { WorkbenchOptions } from "./desk.ts";

/** Files that go past the contract: their bytes are had here, by the ids that procedures give and take. */
export interface CaseFiles {
  original(sha256: string): { bytes: Uint8Array; name: string; mediaType: string } | null;
  /** What can be shown of an original in the reader; null where the case holds none with this hash. */
  shown(sha256: string): Promise<ShownOriginal | null>;
  rendered(id: string): { path: string; name: string; mediaType: string } | null;
  receive(name: string, bytes: Uint8Array): { id: string };
}

/** Makes a workbench: every procedure of the contract, over one open case at a time. */
export function createWorkbench(options: WorkbenchOptions): WorkbenchService {
  return workbenchAt(new Desk(options));
}

function workbenchAt(desk: Desk) {
  const os = implementer(desk.options.reportDefect);
  const router = os.router({
    application: applicationProcedures(os.application, desk),
    articles: articleProcedures(os.articles, desk),
    assessments: assessmentProcedures(os.assessments, desk),
    attributions: attributionProcedures(os.attributions, desk),
    cases: caseProcedures(os.cases, desk, (other): Workbench => workbenchAt(other).client),
    claims: claimProcedures(os.claims, desk),
    collections: collectionProcedures(os.collections, desk),
    copies: copyProcedures(os.copies, desk),
    exports: exportProcedures(os.exports, desk),
    history: historyProcedures(os.history, desk),
    notes: noteProcedures(os.notes, desk),
    reports: reportProcedures(os.reports, desk),
    savedSearches: savedSearchProcedures(os.savedSearches, desk),
    search: searchProcedures(os.search, desk),
    revisions: revisionProcedures(os.revisions, desk),
    sources: sourceProcedures(os.sources, desk),
    trash: trashProcedures(os.trash, desk),
    work: workProcedures(os.work, desk),
  });
  const client: Workbench = createRouterClient(router);
  const files: CaseFiles = {
    original: (sha256) => (desk.fileIfOpen ? originalOf(desk.readable, sha256) : null),
    shown: async (sha256) => {
      const original = files.original(sha256);
      return original && showOriginal(original);
    },
    rendered: (id) => desk.files.rendered(id),
    receive: (name, bytes) => desk.files.receive(name, bytes),
  };
  return {
    /** The contract with its procedures, for the handler of any connection. */
    router,
    /** A client in this very thread. */
    client,
    files,
    /** Closes the case, which is then one file, and removes what waited to be fetched. */
    close: async (): Promise<void> => {
      desk.put(null);
      // A case that is being opened is to be one file too.
      await desk.opening.over();
      desk.files.clear();
    },
  };
}

export type WorkbenchService = ReturnType<typeof workbenchAt>;
