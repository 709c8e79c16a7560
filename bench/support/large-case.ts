import { v7 as newId } from "uuid";
import type { Article } from "#domain/nouns/article.ts";
import type { Attribution } from "#domain/nouns/attribution.ts";
import { bareClaim } from "#domain/nouns/claim.ts";
import type { Source } from "#domain/nouns/source.ts";
import { describeRange } from "#domain/text/quote.ts";
import type { TextRange } from "#domain/text/range.ts";
import { VERDICT_CODES, type Verdict } from "#domain/vocabulary/verdicts.ts";
import { createCaseFile, foundCase } from "#electron/store/case-file.ts";
import type { Journal, Transaction } from "#electron/store/journal.ts";
import { prose } from "./prose.ts";
import { generator, pick, type Random } from "./random.ts";

export interface CaseSize {
  articles: number;
  claims: number;
  /** Marks in one article of a megabyte of text; 0 for no such article. */
  marks: number;
}

/** A case that was made for measuring. */
export interface LargeCase {
  path: string;
  /** The article of a megabyte, or null. */
  markedArticle: string | null;
  /** Some other article. */
  plainArticle: string;
}

/** One entry of the journal holds as many articles as an import writes at a time. */
const ENTRY_ARTICLES = 100;
const ENTRY_CLAIMS = 500;

/** What an attribution of the article of a megabyte has: its words in two parts, its cue and the words of its origin. */
const MARKS_EACH = 4;

const AUTHOR = "An analyst";
const WORDS =
  "harbour council ferry smoke engine landing clerk witness statement morning barricade fishermen depot convoy radio northern ministry wounded school district".split(
    " ",
  );

/**
 * Makes a large case through the store’s own journal, so that every row, index, search table and entry is as an analyst’s
 * work would have left it. The same size gives the same rows but for their ids.
 */
export function makeLargeCase(path: string, size: CaseSize): LargeCase {
  const random = generator(20_250_516);
  const file = createCaseFile(path, "a benchmark", (journal) =>
    foundCase(journal, AUTHOR, { id: newId(), name: "A large case", description: "", createdAt: instant(0) }),
  );
  try {
    const { journal } = file;
    const sources = putSources(journal, Math.max(20, Math.min(2_000, size.articles / 20)), random);
    const outlets = sources.slice(0, Math.max(10, sources.length / 10));
    const articles = putArticles(journal, size.articles, outlets, random);
    const claims = putClaims(journal, { count: size.claims, articles, sources, random });
    return {
      path,
      markedArticle: size.marks > 0 ? putMarkedArticle(journal, { marks: size.marks, claims, sources, random }) : null,
      plainArticle: articles[0]?.id ?? "",
    };
  } finally {
    file.close();
  }
}

interface KeptArticle {
  id: string;
  text: string;
  outletId: string | null;
}

function putSources(journal: Journal, count: number, random: Random): string[] {
  const ids: string[] = [];
  const { result } = journal.run(AUTHOR, "name sources", (transaction) => {
    for (let number = 0; number < count; number++) {
      const source: Source = {
        id: newId(),
        name: `${capital(pick(WORDS, random))} ${pick(WORDS, random)} ${number}`,
        kind: number < count / 10 ? "outlet" : "official",
        named: true,
        party: number % 7 === 0,
        parentId: null,
        descriptor: "",
        createdAt: instant(number),
      };
      transaction.put("source", source);
      transaction.put("alias", { id: newId(), sourceId: source.id, name: `${pick(WORDS, random)} office ${number}` });
      transaction.put("grade", {
        id: newId(),
        sourceId: source.id,
        letter: (["A", "B", "C", "D", "E", "F"] as const)[number % 6] ?? "F",
        scope: "",
        rationale: "",
        author: AUTHOR,
        gradedAt: instant(number),
      });
      ids.push(source.id);
    }
    return ids;
  });
  return result;
}

function putArticles(journal: Journal, count: number, outlets: readonly string[], random: Random): KeptArticle[] {
  const kept: KeptArticle[] = [];
  for (let begun = 0; begun < count; begun += ENTRY_ARTICLES) {
    const end = Math.min(begun + ENTRY_ARTICLES, count);
    journal.run(AUTHOR, `import ${end - begun} articles`, (transaction) => {
      for (let number = begun; number < end; number++) {
        const title = capital(`${pick(WORDS, random)} ${prose(6, random)}`);
        const text = `${title} ${number}\n\n${body(random)}`;
        kept.push(putArticle(transaction, { title, text, number, outletId: pick(outlets, random) }));
      }
    });
  }
  return kept;
}

interface ArticleParts {
  title: string;
  text: string;
  number: number;
  outletId: string;
}

function putArticle(transaction: Transaction, { title, text, number, outletId }: ArticleParts): KeptArticle {
  const article: Article = {
    id: newId(),
    title,
    outletId,
    byline: "A reporter",
    dateline: "",
    url: "",
    published: instant(number * 600).slice(0, 16),
    publishedPrecision: "time",
    collectedAt: instant(number),
    collectedBy: AUTHOR,
    language: "en",
    textSha256: transaction.keepText(text),
    originalSha256: transaction.keepOriginal(Buffer.from(text)),
    originalName: `${number}.txt`,
    mediaType: "text/plain",
    credits: "",
    fieldOrigins: {},
    tool: "a benchmark",
  };
  transaction.put("article", article);
  return { id: article.id, text, outletId };
}

interface ClaimsPlan {
  count: number;
  articles: readonly KeptArticle[];
  sources: readonly string[];
  random: Random;
}

/** Claims with one to three attributions each, some of them assessed. */
function putClaims(journal: Journal, { count, articles, sources, random }: ClaimsPlan): string[] {
  const ids: string[] = [];
  for (let begun = 0; begun < count; begun += ENTRY_CLAIMS) {
    journal.run(AUTHOR, "tag claims", (transaction) => {
      for (let number = begun; number < Math.min(begun + ENTRY_CLAIMS, count); number++) {
        const claimId = newId();
        const statement = capital(sentence(9, random));
        transaction.put("claim", { ...bareClaim(statement), id: claimId, createdAt: instant(number) });
        for (let found = 0; found <= number % 3; found++) {
          const article = pick(articles, random);
          const start = Math.floor(random() * (article.text.length - 60));
          const ranges = { content: [{ start, end: start + 50 }], cue: [], hop: [] };
          putTagged(transaction, { claimId, article, source: pick(sources, random), ranges });
        }
        const verdict = VERDICT_CODES[number % VERDICT_CODES.length];
        if (verdict && verdict !== "untriaged") putVerdict(transaction, claimId, verdict, number);
        ids.push(claimId);
      }
    });
  }
  return ids;
}

function putVerdict(
  transaction: Transaction,
  claimId: string,
  verdict: Exclude<Verdict, "untriaged">,
  number: number,
): void {
  transaction.put("assessment", {
    id: newId(),
    claimId,
    verdict,
    credibility: (["1", "2", "3", "4", "5", "6"] as const)[number % 6] ?? null,
    confidence: null,
    likelihood: null,
    rationale: "Measured only.",
    methods: "",
    overridden: [],
    basis: { firstHops: 1, proposition: "", attributions: [], grades: [] },
    author: AUTHOR,
    assessedAt: instant(number),
  });
}

interface MarkedPlan {
  marks: number;
  claims: readonly string[];
  sources: readonly string[];
  random: Random;
}

/** An article of a megabyte, with marks from its first words to its last. */
function putMarkedArticle(journal: Journal, { marks, claims, sources, random }: MarkedPlan): string {
  const paragraphs = Array.from({ length: 2_600 }, (_, number) => `${number}. ${capital(sentence(53, random))}.`);
  const text = paragraphs.join("\n\n");
  const { result } = journal.run(AUTHOR, "import a long article", (transaction) =>
    putArticle(transaction, { title: "A long article", text, number: 0, outletId: pick(sources, random) }),
  );
  const count = Math.floor(marks / MARKS_EACH);
  const stride = (text.length - 200) / count;
  for (let begun = 0; begun < count; begun += ENTRY_CLAIMS) {
    journal.run(AUTHOR, "tag the long article", (transaction) => {
      for (let number = begun; number < Math.min(begun + ENTRY_CLAIMS, count); number++) {
        const start = Math.floor(number * stride) + 5;
        const at = (from: number, length: number): TextRange => ({ start: start + from, end: start + from + length });
        const ranges = { content: [at(0, 40), at(60, 30)], cue: [at(45, 8)], hop: [at(100, 12)] };
        const claimId = claims[number % claims.length] ?? "";
        putTagged(transaction, { claimId, article: result, source: pick(sources, random), ranges });
      }
    });
  }
  return result.id;
}

interface Tagged {
  claimId: string;
  article: KeptArticle;
  source: string;
  ranges: Record<"content" | "cue" | "hop", TextRange[]>;
}

/** An attribution with its words and a chain of two: the source, and the article’s outlet. */
function putTagged(transaction: Transaction, { claimId, article, source, ranges }: Tagged): void {
  const attribution: Attribution = {
    id: newId(),
    claimId,
    articleId: article.id,
    stance: "asserts",
    factuality: "certain",
    quoteMode: "indirect",
    comment: "",
    createdAt: instant(0),
  };
  transaction.put("attribution", attribution);
  const hops = [source, article.outletId].flatMap((sourceId) => (sourceId === null ? [] : [{ id: newId(), sourceId }]));
  for (const [position, hop] of hops.entries()) {
    const known = { access: "unknown", groupSize: null } as const;
    transaction.put("hop", { ...hop, ...known, attributionId: attribution.id, position });
  }
  const owners = { content: attribution.id, cue: attribution.id, hop: hops[0]?.id ?? "" };
  for (const role of ["content", "cue", "hop"] as const) {
    for (const [position, range] of ranges[role].entries()) {
      transaction.put("span", {
        id: newId(),
        articleId: article.id,
        role,
        ownerId: owners[role],
        position,
        ...range,
        ...describeRange(article.text, range),
      });
    }
  }
}

/** Minutes after the beginning of an imagined year. */
function instant(minutes: number): string {
  return new Date(Date.UTC(1990, 0, 1, 0, minutes)).toISOString();
}

function sentence(words: number, random: Random): string {
  return Array.from({ length: words }, () => pick(WORDS, random)).join(" ");
}

/** Three to twelve paragraphs of some forty words: 120 to 480 words, about as long as news is. */
function body(random: Random): string {
  const count = 3 + Math.floor(random() * 10);
  return Array.from({ length: count }, () => `${capital(prose(40, random))}.`).join("\n\n");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
