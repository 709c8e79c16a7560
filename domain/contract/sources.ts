import * as z from "zod";
import { NewSource } from "../nouns/attribution.ts";
import { Id, Name, SoughtWords } from "../nouns/common.ts";
import type { Note } from "../nouns/note.ts";
import { type Alias, Grade, type Source, SourceFields } from "../nouns/source.ts";
import type { Reliability } from "../vocabulary/admiralty.ts";
import { SOURCE_KIND_CODES } from "../vocabulary/sources.ts";
import { DIRECTIONS, type Done, gives, type Page, PageInput, procedure } from "./base.ts";

export const SOURCE_ORDERS = ["name", "kind", "grade", "claims", "articles"] as const;

/** A source as the registry shows it. */
export interface SourceRow {
  id: string;
  name: string;
  kind: Source["kind"];
  named: boolean;
  party: boolean;
  /** The grade in force for everything, or null. */
  grade: Reliability | null;
  aliases: string[];
  /** How many claims it stands in the chain of, and how many articles carry it or are published by it. */
  claims: number;
  articles: number;
}

/** A source with all that hangs on it. */
export interface SourceView extends Source {
  parentName: string | null;
  aliases: Alias[];
  /** Newest first. */
  grades: Grade[];
  grade: Reliability | null;
  claims: { id: string; statement: string; attributions: number }[];
  articles: { id: string; title: string; published: string | null }[];
  notes: Note[];
}

/** A source as a chip of the chain editor shows it. */
export interface SourceMatch {
  id: string;
  name: string;
  kind: Source["kind"];
  named: boolean;
  grade: Reliability | null;
  /** The alias by which it was found, or null. */
  alias: string | null;
}

export const sources = {
  list: procedure
    .input(
      PageInput.extend({
        order: z.enum(SOURCE_ORDERS).default("name"),
        direction: z.enum(DIRECTIONS).default("ascending"),
        words: SoughtWords.default(""),
        kinds: z.array(z.enum(SOURCE_KIND_CODES)).default([]),
      }),
    )
    .output(gives<Page<SourceRow>>()),
  get: procedure.input(z.object({ id: Id })).output(gives<SourceView>()),
  search: procedure
    .input(z.object({ words: SoughtWords, limit: z.int().min(1).max(50).default(8) }))
    .output(gives<SourceMatch[]>()),
  /** Sources that stand in chains of this article, and its outlet: the ones most likely to be meant next. */
  metIn: procedure.input(z.object({ articleId: Id })).output(gives<SourceMatch[]>()),
  create: procedure.input(NewSource).output(gives<Done & { sourceId: string }>()),
  update: procedure.input(z.object({ id: Id, fields: SourceFields.partial() })).output(gives<Done>()),
  addAlias: procedure.input(z.object({ id: Id, name: Name })).output(gives<Done>()),
  removeAlias: procedure.input(z.object({ aliasId: Id })).output(gives<Done>()),
  /** Adds a grade; the ones before stay as history. */
  grade: procedure
    .input(
      Grade.pick({ sourceId: true, letter: true, scope: true, rationale: true }).partial({
        scope: true,
        rationale: true,
      }),
    )
    .output(gives<Done & { gradeId: string }>()),
  /** Makes `from` an alias of `into`: its hops, articles, aliases and grades move there. */
  merge: procedure.input(z.object({ from: Id, into: Id })).output(gives<Done>()),
  /** Takes out a source that nothing refers to. */
  remove: procedure.input(z.object({ id: Id })).output(gives<Done>()),
};
