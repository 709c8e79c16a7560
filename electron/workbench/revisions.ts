import type { RevisionComparison } from "#domain/contract/library.ts";
import { usableFileName } from "#domain/file-names.ts";
import type { Article } from "#domain/nouns/article.ts";
import type { Revision } from "#domain/nouns/library.ts";
import type { Span } from "#domain/nouns/span.ts";
import { Problem } from "#domain/problems.ts";
import { describeRange, rangeInOther } from "#domain/text/quote.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { ReadArticle } from "../importing/article.ts";
import { textOf } from "../store/articles.ts";
import type { Transaction } from "../store/journal.ts";
import { revisionRows, revisionWithText } from "../store/revisions.ts";
import { rowsWhere } from "../store/tables.ts";
import { sideBySide } from "./copies.ts";
import type { Desk } from "./desk.ts";
import { foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";

export function revisionProcedures(os: Implementer["revisions"], desk: Desk) {
  return {
    list: os.list.handler(({ input }) => {
      foundRow(desk.readable, "article", input.articleId);
      return revisionRows(desk.readable, input.articleId);
    }),

    compare: os.compare.handler(async ({ input }): Promise<RevisionComparison> => {
      const article = foundRow(desk.readable, "article", input.articleId);
      const revision = foundRow(desk.readable, "revision", input.revisionId);
      if (revision.articleId !== article.id) {
        throw new Problem("NOT_ALLOWED", `This is no text of “${shortened(article.title)}”. Choose one of its own.`, {
          field: "revisionId",
        });
      }
      const texts = {
        one: textOf(desk.readable, article.textSha256),
        other: textOf(desk.readable, revision.textSha256),
      };
      const { pieces } = await sideBySide(texts.one, texts.other);
      return { title: article.title, texts, pieces, oneAt: article.collectedAt, otherAt: revision.collectedAt };
    }),

    take: os.take.handler(({ input }) => {
      const revision = foundRow(desk.readable, "revision", input.revisionId);
      const article = foundRow(desk.readable, "article", revision.articleId);
      return desk.run(`study another text of “${shortened(article.title)}”`, (transaction) => ({
        moved: takeRevision(transaction, article, revision),
      }));
    }),
  };
}

/**
 * Keeps another text of an article that is in the case, as it was found at its address. False where the article has this
 * text already, or had it.
 */
export function keepRevision(
  transaction: Transaction,
  article: Article,
  read: Pick<
    ReadArticle,
    "name" | "text" | "textSha256" | "structure" | "signature" | "original" | "mediaType" | "tool"
  >,
  author: string,
): boolean {
  const isKnown = read.textSha256 === article.textSha256;
  if (isKnown || revisionWithText(transaction, article.id, read.textSha256)) return false;
  transaction.put("revision", {
    id: newId(),
    articleId: article.id,
    textSha256: transaction.keepText(read.text, read.structure, read.signature),
    originalSha256: transaction.keepOriginal(read.original),
    originalName: usableFileName(read.name),
    mediaType: read.mediaType,
    tool: read.tool,
    collectedAt: now(),
    collectedBy: author,
  });
  return true;
}

/** What an article and a revision of it exchange. */
const EXCHANGED = [
  "textSha256",
  "originalSha256",
  "originalName",
  "mediaType",
  "tool",
  "collectedAt",
  "collectedBy",
] as const satisfies (keyof Article & keyof Revision)[];

/** Exchanges the texts and moves every span to where its words stand. Gives how many there are. */
function takeRevision(transaction: Transaction, article: Article, revision: Revision): number {
  const text = textOf(transaction, revision.textSha256);
  const before = textOf(transaction, article.textSha256);
  const spans = rowsWhere(transaction, "span", "articleId", article.id, "start");
  const lost: Span[] = [];
  for (const span of spans) {
    const range = rangeInOther(span, before, text);
    if (range) transaction.put("span", { ...span, ...range, ...describeRange(text, range) });
    else lost.push(span);
  }
  if (lost.length > 0) throw lostWords(article, lost);
  const mine = Object.fromEntries(EXCHANGED.map((field) => [field, article[field]])) as Pick<
    Article,
    (typeof EXCHANGED)[number]
  >;
  const theirs = Object.fromEntries(EXCHANGED.map((field) => [field, revision[field]])) as typeof mine;
  transaction.put("article", { ...article, ...theirs });
  transaction.put("revision", { ...revision, ...mine });
  return spans.length;
}

/** So many lost passages are named. */
const MOST_NAMED = 3;

function lostWords(article: Article, lost: readonly Span[]): Problem {
  const named = lost.slice(0, MOST_NAMED).map((span) => `“${shortened(span.exact.replace(/\s+/g, " "), 80)}”`);
  const others = lost.length - named.length;
  const words = others > 0 ? `${named.join(", ")} and ${others} more` : named.join(", ");
  const what = lost.length === 1 ? "Take the mark out, or put it" : "Take the marks out, or put them";
  return new Problem(
    "NOT_ALLOWED",
    `The other text of “${shortened(article.title)}” does not hold these marked words: ${words}. ${what} on other words, first.`,
    { field: "revisionId" },
  );
}
