import * as z from "zod";
import type { Entry, TableName } from "../journal/change.ts";
import { Id } from "../nouns/common.ts";
import { gives, type Page, PageInput, procedure } from "./base.ts";

/** What Undo and Redo would do now; null where there is nothing. */
export interface HistoryState {
  undo: string | null;
  redo: string | null;
  /** The last entry of the journal, and its hash. */
  sequence: number;
  hash: string;
}

/** An entry without its rows. */
export type EntrySummary = Omit<Entry, "changes"> & { rows: { table: TableName; id: string }[] };

/** What was undone or redone. */
export interface Stepped extends HistoryState {
  /** The label of the command that was taken back or done again. */
  label: string;
  /** Whether all of it was; false where that was stopped, or something else was done meanwhile. The rest comes with the next. */
  isWhole: boolean;
}

export const history = {
  state: procedure.output(gives<HistoryState>()),
  /**
   * Takes the latest command back, or the latest piece of work with all its parts, as `DoneInParts` says. With `expecting`, only where the last entry of the journal is that one: a toast
   * offers to take back what it speaks of, and nothing that somebody did since.
   */
  undo: procedure.input(z.object({ expecting: z.int().min(1).optional() }).default({})).output(gives<Stepped>()),
  redo: procedure.output(gives<Stepped>()),
  /** Entries of the journal, newest first; with `about`, those that touched a claim, article, source or report. */
  list: procedure.input(PageInput.extend({ about: Id.optional() })).output(gives<Page<EntrySummary>>()),
  /** One entry with all its rows. */
  get: procedure.input(z.object({ sequence: z.int().min(1) })).output(gives<Entry>()),
};
