import { text } from "node:stream/consumers";
import { ORPCError } from "@orpc/client";
import { isContractProcedure } from "@orpc/contract";
import type { ArticleRow } from "#domain/contract/articles.ts";
import { finish, type Page, type Progress } from "#domain/contract/base.ts";
import type { ClaimRow } from "#domain/contract/claims.ts";
import { contract, type Workbench } from "#domain/contract/contract.ts";
import type { SourceRow } from "#domain/contract/sources.ts";
import { Problem } from "#domain/problems.ts";
import { type Command, EXIT, type Given, WrongUsage, wordOf } from "./command.ts";
import { type Column, outline, table } from "./output.ts";
import { withCase } from "./session.ts";

/** As many rows as one page of a list may hold. */
const PAGE = 1_000;

const ARTICLE_COLUMNS: readonly Column<ArticleRow>[] = [
  { head: "ID", of: (row) => row.id },
  { head: "PUBLISHED", of: (row) => row.published },
  { head: "OUTLET", of: (row) => row.outlet, longest: 24 },
  { head: "CLAIMS", of: (row) => Object.values(row.verdicts).reduce((sum, count) => sum + count, 0) },
  { head: "TITLE", of: (row) => row.title, longest: 72 },
];

const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  { head: "ID", of: (row) => row.id },
  { head: "VERDICT", of: (row) => row.verdict },
  { head: "CREDIBILITY", of: (row) => row.credibility },
  { head: "ATTRIBUTIONS", of: (row) => row.attributions },
  { head: "ARTICLES", of: (row) => row.articles },
  { head: "STATEMENT", of: (row) => row.statement, longest: 72 },
];

const SOURCE_COLUMNS: readonly Column<SourceRow>[] = [
  { head: "ID", of: (row) => row.id },
  { head: "GRADE", of: (row) => row.grade },
  { head: "KIND", of: (row) => row.kind },
  { head: "CLAIMS", of: (row) => row.claims },
  { head: "ARTICLES", of: (row) => row.articles },
  { head: "NAME", of: (row) => row.name, longest: 72 },
];

export const listCommand: Command = {
  name: "list",
  usage: "CASE articles|claims|sources|events",
  summary: "List what a case holds.",
  details: "With --json, one array of all rows, as the contract gives them.",
  words: [2, 2],
  options: {},
  async run(given) {
    const what = wordOf(given, 1);
    await withCase(given, ({ workbench: { articles, claims, sources } }) => {
      switch (what) {
        case "articles":
          return giveAll(given, (after) => articles.list({ after, limit: PAGE }), ARTICLE_COLUMNS);
        case "claims":
          return giveAll(given, (after) => claims.list({ after, limit: PAGE }), CLAIM_COLUMNS);
        case "sources":
          return giveAll(given, (after) => sources.list({ after, limit: PAGE }), SOURCE_COLUMNS);
        case "events":
          given.output.say("This version keeps no events yet, so that the list is empty.");
          return given.output.give([], []);
        default:
          throw new WrongUsage(`“${what}” is nothing to list. Choose from articles, claims, sources and events.`);
      }
    });
    return EXIT.done;
  },
};

async function giveAll<Row>(
  { output }: Given,
  pageAfter: (after: string | null) => Promise<Page<Row>>,
  columns: readonly Column<Row>[],
): Promise<void> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Page<Row> = await pageAfter(after);
    rows.push(...page.rows);
    after = page.next;
    if (after !== null) output.progress({ done: rows.length, total: page.total, what: "rows" });
  } while (after !== null);
  await output.give(rows, table(rows, columns));
}

/** Every noun that is known by an id, and how it is had. */
const NOUNS: Readonly<Record<string, (workbench: Workbench, id: string) => Promise<object>>> = {
  article: (workbench, id) => workbench.articles.get({ id }),
  claim: (workbench, id) => workbench.claims.get({ id }),
  attribution: (workbench, id) => workbench.attributions.get({ id }),
  source: (workbench, id) => workbench.sources.get({ id }),
  report: (workbench, id) => workbench.reports.get({ id }),
};

export const showCommand: Command = {
  name: "show",
  usage: "CASE ID",
  summary: "Show an article, claim, attribution, source or report, with all that hangs on it.",
  details: "With --json, an object with the “noun” that the id belongs to and its “value”.",
  words: [2, 2],
  options: {},
  async run(given) {
    const id = wordOf(given, 1);
    const found = await withCase(given, async ({ workbench }) => {
      for (const [noun, get] of Object.entries(NOUNS)) {
        const value = await get(workbench, id).catch(nullIfNotFound);
        if (value) return { noun, value };
      }
      throw new Problem("NOT_FOUND", `Nothing in this case has the id ${id}.`, { noun: "row", id });
    });
    await given.output.give(found, outline({ [found.noun]: found.value }));
    return EXIT.done;
  },
};

function nullIfNotFound(error: unknown): null {
  if (error instanceof ORPCError && error.code === "NOT_FOUND") return null;
  throw error;
}

/** Every procedure that `call` can call, by name. What is watched never ends, so that there is no output to print. */
const PROCEDURES: readonly string[] = procedureNames(contract).filter((name) => name !== "application.watch");

export const callCommand: Command = {
  name: "call",
  usage: "CASE PROCEDURE [JSON|-]",
  summary: "Call any procedure of the contract and print its output as JSON.",
  details: `The input is JSON on the command line, or on stdin for “-”. Of long work, the result is printed.\nPROCEDURE is one of\n  ${PROCEDURES.join("\n  ")}`,
  words: [2, 3],
  options: {},
  async run(given) {
    const name = wordOf(given, 1);
    if (!PROCEDURES.includes(name)) {
      throw new WrongUsage(`There is no procedure “${name}”. “sourceline call --help” lists them.`);
    }
    const input = await inputOf(given.words[2]);
    const { output, signal } = given;
    const result = await withCase(given, async ({ link }) => {
      const answer = await link.call(name.split("."), input, { signal, context: {} });
      return isLongWork(answer) ? finish(answer, output.progress) : answer;
    });
    await output.give(result ?? null, [JSON.stringify(result ?? null, null, 2)]);
    return EXIT.done;
  },
};

async function inputOf(word: string | undefined): Promise<unknown> {
  if (word === undefined) return undefined;
  const json = word === "-" ? await text(process.stdin) : word;
  try {
    return JSON.parse(json);
  } catch {
    throw new WrongUsage(word === "-" ? "What came on stdin is not JSON." : `“${word}” is not JSON.`);
  }
}

function isLongWork(answer: unknown): answer is AsyncIterator<Progress, unknown, unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

function procedureNames(router: object, prefix = ""): string[] {
  return Object.entries(router).flatMap(([name, part]) =>
    isContractProcedure(part) ? [`${prefix}${name}`] : procedureNames(part, `${prefix}${name}.`),
  );
}
