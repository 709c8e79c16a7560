import type { Progress } from "#domain/contract/base.ts";
import type { Comparison, CopiesFound } from "#domain/contract/library.ts";
import { likelyOriginal } from "#domain/likeness/derivation.ts";
import { differenceOf } from "#domain/likeness/difference.ts";
import { likenessOf, sortedShingles } from "#domain/likeness/likeness.ts";
import type { Article } from "#domain/nouns/article.ts";
import type { ArticleLink } from "#domain/nouns/library.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import { LINK_RELATIONS } from "#domain/vocabulary/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { compareOnThread, type LikenessMaterial, searchLikeness } from "../jobs/likeness.ts";
import { type LikeNumbers, PAIRS_AT_ONCE, type SideBySide } from "../jobs/likeness-messages.ts";
import { textOf } from "../store/articles.ts";
import type { CaseFile } from "../store/case-file.ts";
import {
  copyArticle,
  derivesFrom,
  linkBetween,
  numberedHash,
  numberedText,
  pairsPage,
  signatureNumbers,
  signaturesAfter,
  signaturesOf,
} from "../store/copies.ts";
import type { LikeTexts } from "../store/journal.ts";
import { countProposals } from "../store/proposed.ts";
import type { Readable } from "../store/readable.ts";
import type { Desk } from "./desk.ts";
import { found, foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";

export function copyProcedures(os: Implementer["copies"], desk: Desk) {
  return {
    list: os.list.handler(({ input }) => {
      if (input.articleId !== undefined) foundRow(desk.readable, "article", input.articleId);
      return pairsPage(desk.readable, { ...input, articleId: input.articleId });
    }),

    compare: os.compare.handler(async ({ input: { oneId, otherId } }): Promise<Comparison> => {
      const { readable } = desk;
      const [one, other] = [foundRow(readable, "article", oneId), foundRow(readable, "article", otherId)];
      refuseOneArticle(one, other);
      const [first, second] = [copyArticle(readable, oneId), copyArticle(readable, otherId)].map((article, index) =>
        found(article, "article", index === 0 ? oneId : otherId),
      );
      if (!first || !second) throw new Error("Two articles were asked for.");
      const texts = { one: textOf(readable, one.textSha256), other: textOf(readable, other.textSha256) };
      return {
        one: first.shown,
        other: second.shown,
        texts,
        ...(await sideBySide(texts.one, texts.other)),
        link: linkBetween(readable, oneId, otherId),
        likely: likelyOriginal(first.provenance, second.provenance),
      };
    }),

    decide: os.decide.handler(({ input }) => {
      const made = foundRow(desk.readable, "article", input.articleId);
      const from = foundRow(desk.readable, "article", input.fromId);
      refuseOneArticle(made, from);
      return desk.run(decisionInWords(made, from, input.relation), (transaction) => {
        const before = linkBetween(transaction, made.id, from.id);
        if (before && saysTheSame(before, input)) return {};
        if (before) transaction.remove("article_link", before.id);
        if (input.relation !== "unrelated") refuseCircle(transaction, made, from);
        transaction.put("article_link", { ...input, id: newId(), author: desk.author, decidedAt: now() });
        return {};
      });
    }),

    undecide: os.undecide.handler(({ input }) => {
      const link = foundRow(desk.readable, "article_link", input.linkId);
      const title = shortened(foundRow(desk.readable, "article", link.articleId).title);
      return desk.run(`take back what “${title}” was made from`, (transaction) => {
        transaction.remove("article_link", link.id);
        return {};
      });
    }),

    find: os.find.handler(async function* ({ signal }) {
      const { file } = desk;
      return yield* findCopies(desk, file, materialOf(desk, file, null), signal);
    }),
  };
}

/**
 * Finds the pairs of texts of which at least one is new, by their hashes, and keeps what is alike. For the end of an
 * import. Whoever stops listening stops the search: what was found by then is kept.
 */
export function findCopiesOf(
  desk: Desk,
  file: CaseFile,
  newTextHashes: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, CopiesFound> {
  return findCopies(desk, file, materialOf(desk, file, newTextHashes), signal);
}

async function* findCopies(
  desk: Desk,
  file: CaseFile,
  material: LikenessMaterial,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, CopiesFound> {
  const waiting: LikeNumbers[] = [];
  let hasFound = false;
  const keep = () => {
    const pairs = waiting.splice(0, PAIRS_AT_ONCE).map((pair) => likeTexts(file.readable, pair));
    file.journal.keepLikeness(pairs);
    hasFound = true;
  };
  const search = searchLikeness(material, signal);
  let compared = 0;
  try {
    yield { done: 0, total: null, what: LOOKING };
    for (;;) {
      const step = await search.next();
      if (step.done) {
        compared = step.value.compared;
        break;
      }
      const { done, total, pairs } = step.value;
      waiting.push(...pairs);
      while (waiting.length >= PAIRS_AT_ONCE) {
        desk.mustStillBe(file);
        keep();
        // Whoever asked something meanwhile is answered before the next are written.
        await new Promise((resolve) => setImmediate(resolve));
      }
      yield { done, total, what: LOOKING };
    }
  } finally {
    await search.return({ compared });
    if (desk.fileIfOpen === file) {
      try {
        // What makes no hundred, also where nobody listens any more.
        if (waiting.length > 0) keep();
      } finally {
        if (hasFound) desk.events.publish("event", { kind: "likeness" });
      }
    }
  }
  desk.mustStillBe(file);
  return { proposals: countProposals(file.readable), compared };
}

const LOOKING = "Looking for copies";

function likeTexts(readable: Readable, { one, other, jaccard, oneInOther, otherInOne }: LikeNumbers): LikeTexts {
  const [first, second] = [numberedHash(readable, one), numberedHash(readable, other)];
  return first < second
    ? { one: first, other: second, jaccard, oneInOther, otherInOne }
    : { one: second, other: first, jaccard, oneInOther: otherInOne, otherInOne: oneInOther };
}

/** So many signatures, or hashes, are asked of SQLite at a time: a few milliseconds. */
const ROWS_AT_ONCE = 1_000;

/** The signatures and texts of a case. `hashes` are those of the new texts; null where all are looked through. */
function materialOf(desk: Desk, file: CaseFile, hashes: readonly string[] | null): LikenessMaterial {
  const { readable } = file;
  return {
    *signatures() {
      const seen = new Set<number>();
      for (let begun = 0; begun < (hashes?.length ?? 0); begun += ROWS_AT_ONCE) {
        desk.mustStillBe(file);
        const numbers = signatureNumbers(readable, hashes?.slice(begun, begun + ROWS_AT_ONCE) ?? []);
        const added = numbers.filter((number) => !seen.has(number));
        for (const number of added) seen.add(number);
        yield { fresh: true, ...signaturesOf(readable, added) };
      }
      for (let last: number | undefined = -1; last !== undefined; ) {
        desk.mustStillBe(file);
        const signatures = signaturesAfter(readable, last, ROWS_AT_ONCE);
        last = signatures.numbers.at(-1);
        yield { fresh: hashes === null, ...signatures };
      }
    },
    text(number) {
      desk.mustStillBe(file);
      return numberedText(readable, number);
    },
  };
}

/** So many characters in both texts together are held side by side at once; more, on a thread of their own. */
const QUICKLY_COMPARED = 6_000;

/** Two texts side by side, without keeping everybody else waiting. */
export async function sideBySide(one: string, other: string): Promise<SideBySide> {
  if (one.length + other.length > QUICKLY_COMPARED) return compareOnThread(one, other);
  return { ...likenessOf(sortedShingles(one), sortedShingles(other)), pieces: differenceOf(one, other) };
}

/** Whether it was decided so before. Articles that are unrelated stand in no order. */
function saysTheSame(
  before: ArticleLink,
  { articleId, relation, comment }: Pick<ArticleLink, "articleId" | "relation" | "comment">,
): boolean {
  return (
    before.relation === relation &&
    before.comment === comment &&
    (relation === "unrelated" || before.articleId === articleId)
  );
}

function refuseOneArticle(one: Article, other: Article): void {
  if (one.id !== other.id) return;
  throw new Problem("NOT_ALLOWED", `“${shortened(one.title)}” cannot be held against itself. Choose another article.`, {
    field: "otherId",
  });
}

function refuseCircle(readable: Readable, made: Article, from: Article): void {
  if (!derivesFrom(readable, from.id, made.id)) return;
  throw new Problem(
    "NOT_ALLOWED",
    `“${shortened(made.title)}” cannot have been made from “${shortened(from.title)}”: by what was decided before, that one was made from this one. Change that first.`,
    { field: "fromId" },
  );
}

function decisionInWords(made: Article, from: Article, relation: ArticleLink["relation"]): string {
  const [one, other] = [shortened(made.title), shortened(from.title)];
  if (relation === "unrelated") return `call “${one}” and “${other}” unrelated`;
  return `call “${one}” the ${termOf(LINK_RELATIONS, relation).label.toLowerCase()} of “${other}”`;
}
