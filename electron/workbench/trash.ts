import { completed, type RowOf, TABLES } from "#domain/journal/change.ts";
import type { Article } from "#domain/nouns/article.ts";
import type { Trashed } from "#domain/nouns/library.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import { derivesFrom } from "../store/copies.ts";
import type { Transaction } from "../store/journal.ts";
import { sourceNamed } from "../store/sources.ts";
import { rowOf, rowsWhere } from "../store/tables.ts";
import { trashPage } from "../store/trash.ts";
import type { Desk } from "./desk.ts";
import { foundRow } from "./found.ts";
import type { Implementer } from "./implementer.ts";
import { runInParts } from "./in-parts.ts";

export function trashProcedures(os: Implementer["trash"], desk: Desk) {
  return {
    list: os.list.handler(({ input }) => trashPage(desk.readable, input)),

    restore: os.restore.handler(async ({ input, signal }) => {
      const items = [...new Set(input.ids)];
      const label = `bring ${trashedInWords(desk, items)} back from the trash`;
      const left: Left = new Map();
      const done = await runInParts(desk, { label, items, leaves: signal }, (transaction, ids) => {
        const thrown = ids.map((id) => foundRow(transaction, "trashed", id));
        bringBack(transaction, thrown, left);
      });
      return { ...done, left: [...left].map(([reason, titles]) => REASONS[reason](named([...titles]))) };
    }),

    destroy: os.destroy.handler(({ input, signal }) => {
      const items = [...new Set(input.ids)];
      const label = `take ${trashedInWords(desk, items)} out of the trash for good`;
      return runInParts(desk, { label, items, leaves: signal }, (transaction, ids) => {
        for (const id of ids) transaction.remove("trashed", foundRow(transaction, "trashed", id).id);
      });
    }),
  };
}

/** What goes with an article, owners before what they own. */
const GOES_WITH = [
  "article",
  "attribution",
  "hop",
  "note",
  "span",
  "revision",
  "article_link",
  "article_tag",
  "collection_member",
] as const;

type Goes = (typeof GOES_WITH)[number];
type GoingRow = { [Table in Goes]: { table: Table; row: RowOf<Table> } }[Goes];

/** Takes an article out of the case with all rows that hang on it, and keeps them together in the trash. */
export function throwAway(
  transaction: Transaction,
  article: Article,
  thrown: Pick<Trashed, "trashedAt" | "trashedBy">,
): void {
  const rows = rowsWith(transaction, article);
  for (const { table, row } of rows.toReversed()) transaction.remove(table, row.id);
  transaction.put("trashed", {
    id: article.id,
    title: article.title,
    outlet: article.outletId ? (rowOf(transaction, "source", article.outletId)?.name ?? "") : "",
    rows,
    ...thrown,
  });
}

function rowsWith(transaction: Transaction, article: Article): GoingRow[] {
  const beside = <Table extends Exclude<Goes, "article" | "hop">>(
    table: Table,
    column: "articleId" | "fromId" = "articleId",
  ) =>
    rowsWhere(transaction, table, column as keyof RowOf<Table> & string, article.id).map(
      (row) => ({ table, row }) as GoingRow,
    );
  const attributions = rowsWhere(transaction, "attribution", "articleId", article.id);
  return [
    { table: "article", row: article },
    ...attributions.map((row): GoingRow => ({ table: "attribution", row })),
    ...attributions
      .flatMap(({ id }) => rowsWhere(transaction, "hop", "attributionId", id, "position"))
      .map((row): GoingRow => ({ table: "hop", row })),
    ...beside("note"),
    ...beside("span"),
    ...beside("revision"),
    ...beside("article_link"),
    ...beside("article_link", "fromId"),
    ...beside("article_tag"),
    ...beside("collection_member"),
  ];
}

/** Why something could not come back, as a sentence about the articles concerned. */
const REASONS = {
  outlet: (titles: string) => `The outlet of ${titles} is not in the registry any more; it was left out.`,
  claim: (titles: string) => `Passages of ${titles} were left out: their claims are not in the case any more.`,
  source: (titles: string) =>
    `In chains of ${titles} a source was left out: it is not in the registry any more. Look at these chains again.`,
  link: (titles: string) =>
    `A link of ${titles} to another article was left out: that article is not in the case any more.`,
  circle: (titles: string) =>
    `A link of ${titles} to another article was left out: by what was decided meanwhile it would lead round in a circle. Look at these copies again.`,
  collection: (titles: string) => `${titles} came back outside a collection that was removed meanwhile.`,
} as const;

type Left = Map<keyof typeof REASONS, Set<string>>;

/** At most this many articles are named in one sentence. */
const MOST_NAMED = 3;

/**
 * Puts articles back with all that went with them, as far as what that refers to is still there; what was left out is added to
 * `left`. A link to an article that is still in the trash goes there, and comes back with it.
 */
function bringBack(transaction: Transaction, thrown: readonly Trashed[], left: Left): void {
  const all = thrown.map((trashed) => new Returning(transaction, trashed, left));
  // All articles first, since links lead from one to the other.
  for (const returning of all) returning.putArticle();
  for (const returning of all) returning.putTheRest();
}

/** One article on its way back. */
class Returning {
  readonly #transaction: Transaction;
  readonly #trashed: Trashed;
  readonly #rows: GoingRow[];
  readonly #left: Left;
  /** The outlet as it was, and the source that has its name now. */
  #outlet: { was: string; is: string } | null = null;

  constructor(transaction: Transaction, trashed: Trashed, left: Left) {
    this.#transaction = transaction;
    this.#trashed = trashed;
    this.#rows = trashed.rows.map((kept) => readRow(kept, trashed.title));
    this.#left = left;
  }

  putArticle(): void {
    for (const { table, row } of this.#rows) {
      if (table !== "article") continue;
      const outletId = this.#outletOf(row);
      const { outlet: origin, ...others } = row.fieldOrigins;
      const fieldOrigins = outletId === null || origin === undefined ? others : row.fieldOrigins;
      this.#transaction.put("article", { ...row, outletId, fieldOrigins });
    }
    this.#transaction.remove("trashed", this.#trashed.id);
  }

  putTheRest(): void {
    const positions = new Map<string, number>();
    for (const { table, row } of this.#rows) {
      if (table === "article") continue;
      if (table === "attribution") {
        if (this.#has("claim", row.claimId, "claim")) this.#transaction.put(table, row);
      } else if (table === "hop") {
        if (!this.#isBack("attribution", row.attributionId)) continue;
        const sourceId = this.#outlet?.was === row.sourceId ? this.#outlet.is : row.sourceId;
        if (!this.#has("source", sourceId, "source")) continue;
        // Where a source was left out, those behind it close the ranks.
        const position = positions.get(row.attributionId) ?? 0;
        positions.set(row.attributionId, position + 1);
        this.#transaction.put(table, { ...row, sourceId, position });
      } else if (table === "span") {
        const owner = ({ content: "attribution", cue: "attribution", hop: "hop", note: "note" } as const)[row.role];
        if (this.#isBack(owner, row.ownerId)) this.#transaction.put(table, row);
      } else if (table === "article_link") this.#putLink(row);
      else if (table === "collection_member") {
        if (this.#has("collection", row.collectionId, "collection")) this.#transaction.put(table, row);
      } else this.#transaction.put(table, row as never);
    }
  }

  #putLink(row: RowOf<"article_link">): void {
    const otherId = row.articleId === this.#trashed.id ? row.fromId : row.articleId;
    const other = rowOf(this.#transaction, "trashed", otherId);
    if (other) {
      this.#transaction.put("trashed", { ...other, rows: [...other.rows, { table: "article_link", row }] });
    } else if (this.#has("article", otherId, "link")) {
      // What was decided while the article was away may lead the other way round by now.
      const closesCircle = row.relation !== "unrelated" && derivesFrom(this.#transaction, row.fromId, row.articleId);
      if (closesCircle) this.#leave("circle");
      else this.#transaction.put("article_link", row);
    }
  }

  /** The outlet, or the source that has its name since it was merged, or null where there is neither. */
  #outletOf({ outletId }: Article): string | null {
    if (outletId === null || this.#isBack("source", outletId)) return outletId;
    const is = sourceNamed(this.#transaction, this.#trashed.outlet);
    if (is !== null) this.#outlet = { was: outletId, is };
    else this.#leave("outlet");
    return is;
  }

  #isBack(table: keyof typeof TABLES, id: string): boolean {
    return rowOf(this.#transaction, table, id) !== null;
  }

  /** Whether a row is there to be referred to; otherwise it is noted why something is left out. */
  #has(table: keyof typeof TABLES, id: string, reason: keyof typeof REASONS): boolean {
    const isThere = this.#isBack(table, id);
    if (!isThere) this.#leave(reason);
    return isThere;
  }

  #leave(reason: keyof typeof REASONS): void {
    const titles = this.#left.get(reason) ?? new Set();
    this.#left.set(reason, titles.add(this.#trashed.title));
  }
}

/** A row as today's version knows it; the file it came with may be from elsewhere, so that it is held to its form. */
function readRow({ table, row }: Trashed["rows"][number], title: string): GoingRow {
  const known = GOES_WITH.find((name) => name === table);
  const parsed = known && TABLES[known].safeParse(completed(known, row));
  if (!parsed?.success) {
    throw new Problem(
      "NOT_ALLOWED",
      `What the trash holds of “${shortened(title)}” is not whole, so that it cannot be brought back. Check the case in the settings.`,
      {},
    );
  }
  return { table: known, row: parsed.data } as GoingRow;
}

function trashedInWords(desk: Desk, ids: readonly string[]): string {
  const [first] = ids;
  if (first === undefined || ids.length > 1) return `${ids.length.toLocaleString("en-GB")} articles`;
  return `“${shortened(foundRow(desk.readable, "trashed", first).title)}”`;
}

function named(titles: readonly string[]): string {
  const shown = titles.slice(0, MOST_NAMED).map((title) => `“${shortened(title)}”`);
  const others = titles.length - shown.length;
  if (others > 0) return `${shown.join(", ")} and ${others.toLocaleString("en-GB")} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
