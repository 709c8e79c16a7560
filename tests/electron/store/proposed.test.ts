import path from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { Likeness } from "#domain/likeness/likeness.ts";
import type { Article } from "#domain/nouns/article.ts";
import type { ArticleLink } from "#domain/nouns/library.ts";
import { Problem } from "#domain/problems.ts";
import { type CaseFile, createCaseFile, foundCase, openCaseFile } from "#electron/store/case-file.ts";
import { checkCase } from "#electron/store/check.ts";
import type { Transaction } from "#electron/store/journal.ts";
import { proposals } from "#electron/store/migrations/0003-proposals.ts";
import { PROPOSED_PAIRS } from "#electron/store/proposed.ts";
import { allRows } from "#electron/store/tables.ts";
import { newId } from "#electron/workbench/ids.ts";
import { temporaryFolder } from "../../support/workbench.ts";

const AT = "2031-05-16T14:20:00.000Z";
const TEXTS = ["one", "two", "three", "four"].map((word) => `The text ${word}.`);

/** Ids in their order, so that an article can come in before one that is there already. */
const IDS = Array.from({ length: 8 }, (_, index) => `01890000-0000-7000-8000-00000000000${index}`);
const RELATIONS = ["wire copy", "rewrite", "unrelated"] as const;

interface Step {
  kind: "put" | "remove" | "link" | "unlink" | "alike" | "undo" | "redo";
  /** Which article or text, which other one, and which text or relation. */
  one: number;
  other: number;
  third: number;
  /** With the step after it in one entry. */
  isJoined: boolean;
}

const STEPS = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom("put", "put", "put", "remove", "link", "unlink", "alike", "alike", "undo", "redo"),
    one: fc.nat(IDS.length - 1),
    other: fc.nat(IDS.length - 1),
    third: fc.nat(TEXTS.length - 1),
    isJoined: fc.boolean(),
  }),
  { minLength: 5, maxLength: 60 },
);

function newCase(): CaseFile {
  const file = createCaseFile(path.join(temporaryFolder(), "case.sourceline"), "a test", (journal) =>
    foundCase(journal, "Ada", { id: newId(), name: "Copies", description: "", createdAt: AT }),
  );
  onTestFinished(() => file.close());
  return file;
}

function articleOf(transaction: Transaction, id: string, text: string): Article {
  const said = { byline: "", dateline: "", credits: "", url: "", language: null, tool: "", fieldOrigins: {} };
  const kept = { textSha256: transaction.keepText(text), originalSha256: transaction.keepOriginal(Buffer.from(text)) };
  const collected = { collectedAt: AT, collectedBy: "Ada", originalName: "a.txt", mediaType: "text/plain" };
  return { id, title: id, outletId: null, published: null, publishedPrecision: null, ...said, ...kept, ...collected };
}

const numbered = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
};

/** Links between two articles have one row, whatever was decided, and go with their articles. */
const linkId = (one: number, other: number) => `link ${Math.min(one, other)} ${Math.max(one, other)}`;

function change(transaction: Transaction, { kind, one, other, third }: Step): void {
  const [id, otherId] = [numbered(IDS, one), numbered(IDS, other)];
  const has = (articleId: string) => transaction.get("SELECT 1 FROM article WHERE id = ?", articleId) !== undefined;
  if (kind === "put") transaction.put("article", articleOf(transaction, id, numbered(TEXTS, third)));
  if (kind === "remove") {
    for (const link of allRows(transaction, "article_link")) {
      if (link.articleId === id || link.fromId === id) transaction.remove("article_link", link.id);
    }
    transaction.remove("article", id);
  }
  if (kind === "link" && one !== other && has(id) && has(otherId)) {
    const decided = { comment: "", author: "Ada", decidedAt: AT, relation: numbered(RELATIONS, third) };
    transaction.put("article_link", { id: linkId(one, other), articleId: id, fromId: otherId, ...decided });
  }
  if (kind === "unlink") transaction.remove("article_link", linkId(one, other));
}

/** Texts that are found alike, with shares that tell the pair. A likeness is a fact about texts: nothing takes it back. */
function findAlike(file: CaseFile, { one, other }: Step, found: Map<string, Likeness>): void {
  const hashes = file.readable.all<{ sha256: string }>("SELECT sha256 FROM text ORDER BY sha256");
  if (hashes.length < 2) return;
  const [first, second] = [numbered(hashes, one).sha256, numbered(hashes, other).sha256].sort();
  if (first === undefined || second === undefined || first === second) return;
  const likeness = { jaccard: (one + 1) / 10, oneInOther: (other + 1) / 10, otherInOne: 0.5 };
  file.journal.keepLikeness([{ one: first, other: second, ...likeness }]);
  const key = `${first} ${second}`;
  if (!found.has(key)) found.set(key, likeness);
}

/** The pairs that the rule of docs/copies.md gives for what is in a case, by plain loops. */
function expectedPairs(file: CaseFile, likenesses: ReadonlyMap<string, Likeness>): string[] {
  const articles = [...allRows(file.readable, "article")].sort((one, other) => (one.id < other.id ? -1 : 1));
  const links: ArticleLink[] = [...allRows(file.readable, "article_link")];
  const firstOf = (sha256: string) => articles.find((article) => article.textSha256 === sha256)?.id;
  const madeFrom = (id: string) =>
    links.filter((link) => link.articleId === id && link.relation !== "unrelated").map((link) => link.fromId);
  const isDecided = (one: string, other: string) =>
    links.some(({ articleId, fromId }) => [articleId, fromId].includes(one) && [articleId, fromId].includes(other)) ||
    madeFrom(one).some((id) => madeFrom(other).includes(id));
  const pairs: string[] = [];
  const propose = (one: string | undefined, other: string | undefined, likeness: Likeness) => {
    if (one === undefined || other === undefined || one === other || isDecided(one, other)) return;
    pairs.push(JSON.stringify([one, other, likeness.jaccard, likeness.oneInOther, likeness.otherInOne]));
  };
  for (const [key, likeness] of likenesses) {
    const [one = "", other = ""] = key.split(" ");
    propose(firstOf(one), firstOf(other), likeness);
  }
  for (const { id, textSha256 } of articles) {
    propose(firstOf(textSha256), id, { jaccard: 1, oneInOther: 1, otherInOne: 1 });
  }
  return pairs.sort();
}

function pairsIn(file: CaseFile): string[] {
  return file.readable
    .all<Likeness & { one: string; other: string }>(PROPOSED_PAIRS)
    .map(({ one, other, jaccard, oneInOther, otherInOne }) =>
      JSON.stringify([one, other, jaccard, oneInOther, otherInOne]),
    )
    .sort();
}

function findingsIn(file: CaseFile): string[] {
  const check = checkCase(file);
  for (;;) {
    const step = check.next();
    if (step.done) return step.value.findings;
  }
}

/** Goes one entry back or forth, where there is one. */
function answer(file: CaseFile, kind: "undo" | "redo"): void {
  try {
    file.journal[kind]("Ada");
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "NOTHING_TO_UNDO") throw error;
  }
}

test("after any order of imports, removals, decisions, undo and redo, what is proposed is what the rule says", () => {
  fc.assert(
    fc.property(STEPS, (steps) => {
      const file = newCase();
      const likenesses = new Map<string, Likeness>();
      for (let index = 0; index < steps.length; index++) {
        const step = numbered(steps, index);
        if (step.kind === "undo" || step.kind === "redo") answer(file, step.kind);
        else if (step.kind === "alike") findAlike(file, step, likenesses);
        else {
          const next = steps[index + 1];
          file.journal.run("Ada", step.kind, (transaction) => {
            change(transaction, step);
            if (step.isJoined && next) change(transaction, next);
          });
        }
        expect(pairsIn(file)).toEqual(expectedPairs(file, likenesses));
      }
      expect(findingsIn(file)).toEqual([]);
      file.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a case of the form before gets the pairs that wait in it", () => {
  const file = newCase();
  file.journal.run("Ada", "import", (transaction) => {
    for (const [index, id] of IDS.entries())
      transaction.put("article", articleOf(transaction, id, numbered(TEXTS, index % 3)));
  });
  findAlike(file, { kind: "alike", one: 0, other: 1, third: 0, isJoined: false }, new Map());
  const pairs = pairsIn(file);
  expect(pairs).toHaveLength(6);
  file.close();
  const database = new Database(file.path);
  onTestFinished(() => void database.close());
  for (const name of database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'proposal_*'")
    .pluck()
    .all()) {
    database.exec(`DROP TRIGGER ${name}`);
  }
  database.exec("DROP TABLE proposal; DROP TABLE stale_text;");
  database.exec(proposals);
  const made = database.prepare<[], Likeness & { one: string; other: string }>("SELECT * FROM proposal").all();
  expect(
    made.map((row) => JSON.stringify([row.one, row.other, row.jaccard, row.oneInOther, row.otherInOne])).sort(),
  ).toEqual(pairs);
});

test.for([
  ["one too few", "DELETE FROM proposal WHERE one = (SELECT min(one) FROM proposal)"],
  ["one too many", "INSERT INTO proposal (one, other, jaccard, oneInOther, otherInOne) VALUES ('x', 'y', 1, 1, 1)"],
  ["another share", "UPDATE proposal SET jaccard = 0.5"],
  ["one that is not settled", "INSERT INTO stale_text VALUES ('x')"],
] as const)("the check finds %s", ([_what, tamper]) => {
  const file = newCase();
  file.journal.run("Ada", "import", (transaction) => {
    for (const id of IDS) transaction.put("article", articleOf(transaction, id, numbered(TEXTS, 0)));
  });
  expect(pairsIn(file)).toHaveLength(7);
  file.close();
  const database = new Database(file.path);
  database.exec(tamper);
  database.close();
  const opened = openCaseFile(file.path, "a test");
  onTestFinished(() => opened.close());
  expect(findingsIn(opened)).toEqual([expect.stringContaining("The pairs of articles that wait")]);
});
