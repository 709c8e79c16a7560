import { eventIterator } from "@orpc/contract";
import * as z from "zod";
import type { TableName } from "../journal/change.ts";
import { Name } from "../nouns/common.ts";
import { gives, procedure } from "./base.ts";
import type { OpenCase } from "./cases.ts";

/** What the person who works here has chosen; kept outside the case. */
export const Preferences = z.object({
  /** The name under which entries of the journal are written. */
  author: Name,
  theme: z.enum(["system", "light", "dark"]),
  /** Widths of panes, columns that are shown, and the like, by name. */
  layout: z.record(z.string().max(100), z.union([z.number(), z.boolean(), z.string().max(1_000)])),
});
export type Preferences = z.infer<typeof Preferences>;

/** What happened in the workbench. Every screen that shows the case listens. */
export type WorkbenchEvent =
  /** `work` is the piece of work of which the entry is a part, of which more may come soon; null where it is all. */
  | { kind: "changed"; sequence: number; label: string; work: string | null; tables: TableName[]; ids: string[] }
  /** How far a command on many things, or the renewing of a case, has come, which `work.stop` stops; `progress` is null when it is over. */
  | { kind: "work"; work: string; label: string; progress: { done: number; total: number } | null }
  /** Texts were found to be alike, of which no entry of the journal speaks. */
  | { kind: "likeness" }
  | { kind: "case"; current: OpenCase | null }
  | { kind: "preferences"; preferences: Preferences };

/** What runs here. */
export interface AboutApplication {
  version: string;
  node: string;
  sqlite: string;
  host: "desktop" | "local" | "command";
}

export const application = {
  about: procedure.output(gives<AboutApplication>()),
  preferences: procedure.output(gives<Preferences>()),
  prefer: procedure.input(Preferences.partial()).output(gives<Preferences>()),
  watch: procedure.output(eventIterator(z.custom<WorkbenchEvent>())),
};
