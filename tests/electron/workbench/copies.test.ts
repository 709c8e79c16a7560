import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { WorkbenchEvent } from "#domain/contract/application.ts";
import { finish, type Progress } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import type { CopyPair } from "#domain/contract/library.ts";
import { exchanged, proseOf, randomFrom } from "../../domain/likeness/corpus.ts";
import { refusal, temporaryFolder, temporaryWorkbench } from "../../support/workbench.ts";

const random = randomFrom(1);
const STORY = proseOf(200, random);
const REWRITTEN = exchanged(STORY, 0.05, random);
const LONGER = `${proseOf(400, random)}\n${STORY}\n${proseOf(400, random)}`;
const OTHER = proseOf(200, random);

interface Given {
  title: string;
  outlet?: string;
  published?: string;
  credits?: string;
  url?: string;
}

async function emptyCase() {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Copies" });
  const bring = async (text: string, fields: Given): Promise<string> => {
    const { articleId } = await client.articles.importText({ text, fields });
    return articleId ?? "";
  };
  return { client, bring, find: async () => finish(await client.copies.find()) };
}

/** A wire story, a paper that printed it within a longer one, one that changed some words, and one that has nothing to do with it. */
async function fourArticles() {
  const { client, bring, find } = await emptyCase();
  const wire = await bring(STORY, { title: "Wire", outlet: "Northwire", published: "2031-05-01" });
  const longer = await bring(LONGER, { title: "Longer", outlet: "Harbour", published: "2031-05-02" });
  const rewritten = await bring(REWRITTEN, { title: "Rewritten", outlet: "Halcyon", published: "2031-05-03" });
  const other = await bring(OTHER, { title: "Other", outlet: "Courier", published: "2031-05-04" });
  return { client, bring, find, wire, longer, rewritten, other };
}

/** A folder of texts of some forms, so many of each; two of one form are alike, and no others. */
function folderOfForms(forms: number, ofEach: number): string {
  const folder = temporaryFolder();
  for (let form = 0; form < forms; form++) {
    const text = proseOf(150, random);
    for (let number = 0; number < ofEach; number++) {
      writeFileSync(path.join(folder, `${form}-${number}.txt`), `${exchanged(text, 0.02, random)} n${number}`);
    }
  }
  return folder;
}

const titles = (pairs: readonly CopyPair[]) => pairs.map(({ one, other }) => `${one.title} → ${other.title}`);
const proposed = async (client: Workbench) => titles((await client.copies.list({})).rows);

// Each search begins a thread, which a busy machine takes its time for.
describe("the search for copies", { timeout: 30_000 }, () => {
  it("proposes what is alike or stands within another, and says how alike", async () => {
    const { client, find } = await fourArticles();
    expect(await find()).toMatchObject({ proposals: 3 });
    const { rows, total } = await client.copies.list({});
    expect(total).toBe(3);
    expect(titles(rows)[0]).toBe("Wire → Longer");
    expect(titles(rows).sort()).toEqual(["Longer → Rewritten", "Wire → Longer", "Wire → Rewritten"]);
    const within = rows.find((pair) => pair.other.title === "Longer");
    expect(within?.oneInOther).toBe(1);
    expect(within?.otherInOne).toBeGreaterThan(0.1);
    expect(within?.otherInOne).toBeLessThan(0.3);
    expect(within).toMatchObject({ link: null, one: { outlet: "Northwire", characters: STORY.length } });
  });

  it("finds nothing twice, and nothing where nothing is alike", async () => {
    const { client, bring, find } = await emptyCase();
    expect(await find()).toEqual({ proposals: 0, compared: 0 });
    await bring(STORY, { title: "One" });
    await bring(OTHER, { title: "Other" });
    await bring("Four words, no more.", { title: "Short" });
    expect(await find()).toMatchObject({ proposals: 0 });
    await bring(REWRITTEN, { title: "Two" });
    await find();
    expect(await find()).toMatchObject({ proposals: 1 });
    expect((await client.copies.list({})).total).toBe(1);
  });

  it("proposes articles of different outlets with the very same text, each with the one that came first", async () => {
    const { client, bring } = await emptyCase();
    // White space at the end goes from the text, and stays in the original.
    for (const [spaces, outlet] of ["Northwire", "Harbour", "Halcyon"].entries()) {
      await bring(`${STORY}${" ".repeat(spaces)}`, { title: outlet, outlet });
    }
    const { rows } = await client.copies.list({});
    expect(titles(rows).sort()).toEqual(["Northwire → Halcyon", "Northwire → Harbour"]);
    expect(rows[0]).toMatchObject({ jaccard: 1, oneInOther: 1, otherInOne: 1 });
  });

  it("tells how far it has come, and whoever listens that something was found", async () => {
    const { client, find } = await fourArticles();
    const events = await client.application.watch();
    const next = events.next();
    const steps: Progress[] = [];
    await finish(await client.copies.find(), (progress) => steps.push(progress));
    expect(steps.at(-1)).toMatchObject({ what: "Looking for copies" });
    expect((await next).value).toEqual({ kind: "likeness" } satisfies WorkbenchEvent);
    await events.return?.();
    expect(await find()).toMatchObject({ proposals: 3 });
  });

  it("is a part of every import", async () => {
    const { client, bring } = await emptyCase();
    await bring(STORY, { title: "Wire", outlet: "Northwire", published: "2031-05-01" });
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "longer.txt"), LONGER);
    writeFileSync(path.join(folder, "other.txt"), OTHER);
    await finish(await client.articles.importPaths({ paths: [folder] }));
    const { rows } = await client.copies.list({});
    expect(rows).toHaveLength(1);
    expect([rows[0]?.one.title, rows[0]?.other.title]).toContain("Wire");
    expect(Math.max(rows[0]?.oneInOther ?? 0, rows[0]?.otherInOne ?? 0)).toBe(1);
  });

  it("is begun by itself once no more texts come one by one", async () => {
    const { client } = await fourArticles();
    await expect.poll(() => proposed(client), { timeout: 10_000 }).toHaveLength(3);
  });

  it("stops when nobody listens, and can be begun again", async () => {
    const { client, find } = await fourArticles();
    const abandoned = await client.copies.find();
    await abandoned.next();
    await abandoned.return?.();
    expect(await find()).toMatchObject({ proposals: 3 });
    expect((await client.history.list({})).rows.every(({ label }) => !label.includes("cop"))).toBe(true);
  });

  it("lets others be answered while it writes, however many texts are of one form", { timeout: 90_000 }, async () => {
    const { client } = await emptyCase();
    const folder = folderOfForms(1, 60);
    // Whoever asks at every turn sees how many pairs were written in each.
    const totals = [0];
    let isOver = false;
    const watch = async () => {
      while (!isOver) {
        totals.push((await client.copies.list({ limit: 1 })).total);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    let watching: Promise<void> | null = null;
    const report = await finish(await client.articles.importPaths({ paths: [folder] }), ({ what }) => {
      if (what === "Looking for copies") watching ??= watch();
    });
    isOver = true;
    await watching;
    expect(report).toMatchObject({ imported: 60, ended: null });
    expect(totals.at(-1)).toBeGreaterThan(1_000);
    const written = totals.map((total, turn) => total - (totals[turn - 1] ?? 0));
    // An answer may take a turn or two itself.
    expect(Math.max(...written)).toBeLessThanOrEqual(300);
  });

  it("keeps what was found by the time that nobody listens any more", async () => {
    const { client } = await emptyCase();
    const work = await client.articles.importPaths({ paths: [folderOfForms(1, 12)] });
    for (;;) {
      const step = await work.next();
      if (step.done) throw new Error("The import was over before it could be left.");
      const { done, total, what } = step.value;
      // All pairs were held against each other in one go, which are more than the texts.
      if (what === "Looking for copies" && total !== null && total > 12 && done === total) break;
    }
    await work.return?.(undefined as never);
    const kept = (await client.copies.list({ limit: 1 })).total;
    expect(kept).toBe(66);
    expect(await finish(await client.copies.find())).toMatchObject({ proposals: kept });
  });

  it("writes what it finds by the hundred, and the rest at its end", { timeout: 90_000 }, async () => {
    const { client } = await emptyCase();
    const work = await client.articles.importPaths({ paths: [folderOfForms(40, 4)] });
    const totals: number[] = [];
    for (let step = await work.next(); !step.done; step = await work.next()) {
      totals.push((await client.copies.list({ limit: 1 })).total);
    }
    expect([...new Set(totals)]).toEqual([0, 100, 200]);
    expect((await client.copies.list({ limit: 1 })).total).toBe(240);
  });

  it("leaves a case sound, whose journal says nothing of it", async () => {
    const { client, find } = await fourArticles();
    const before = await client.history.state();
    await find();
    expect(await client.history.state()).toEqual(before);
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });
  });

  it("reads its list page by page", async () => {
    const { client, bring, find } = await emptyCase();
    for (let number = 0; number < 6; number++) {
      await bring(exchanged(STORY, 0.02, random), { title: `${number}`, published: `2031-05-0${number + 1}` });
    }
    await find();
    const whole = await client.copies.list({});
    expect(whole).toMatchObject({ total: 15, next: null });
    const read: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof client.copies.list>> = await client.copies.list({ after, limit: 4 });
      expect(page.total).toBe(15);
      read.push(...titles(page.rows));
      after = page.next;
      if (after === null) break;
    }
    expect(read).toEqual(titles(whole.rows));
    expect(titles((await client.copies.list({ at: 13, limit: 4 })).rows)).toEqual(titles(whole.rows).slice(13));
    expect((await refusal(client.copies.list({ after: "[1]" }))).code).toBe("NOT_ALLOWED");
  });

  it("gives all pairs of one article, decided ones too, and counts them with the article", async () => {
    const { client, find, wire, longer, rewritten, other } = await fourArticles();
    await find();
    await client.copies.decide({ articleId: longer, fromId: wire, relation: "wire copy" });
    await client.copies.decide({ articleId: wire, fromId: other, relation: "translation" });
    const { rows, total } = await client.copies.list({ articleId: wire });
    expect(total).toBe(3);
    expect(titles(rows).sort()).toEqual(["Other → Wire", "Wire → Longer", "Wire → Rewritten"]);
    expect(rows.find((pair) => pair.one.title === "Other")).toMatchObject({
      jaccard: 0,
      link: { relation: "translation" },
    });
    expect(rows.find((pair) => pair.other.title === "Longer")).toMatchObject({
      oneInOther: 1,
      link: { relation: "wire copy" },
    });
    expect(await client.articles.get({ id: wire })).toMatchObject({ links: 2, proposals: 1 });
    expect(await client.articles.get({ id: rewritten })).toMatchObject({ links: 0, proposals: 2 });
    expect(await client.articles.get({ id: other })).toMatchObject({ links: 1, proposals: 0 });
  });

  it("does not propose what is in the trash, and does again when it is back", async () => {
    const { client, find, wire } = await fourArticles();
    await find();
    await client.articles.remove({ ids: [wire] });
    expect(await proposed(client)).toEqual(["Longer → Rewritten"]);
    await client.trash.restore({ ids: [wire] });
    expect(await proposed(client)).toHaveLength(3);
  });
});

describe("two texts side by side", { timeout: 30_000 }, () => {
  it("show what is the same and which was likely first", async () => {
    const { client, wire, longer } = await fourArticles();
    const shown = await client.copies.compare({ oneId: longer, otherId: wire });
    expect(shown).toMatchObject({
      one: { title: "Longer" },
      other: { title: "Wire" },
      otherInOne: 1,
      likely: { original: "other", because: "date" },
      link: null,
    });
    const same = shown.pieces.filter((piece) => piece.kind === "same");
    expect(same.map(({ other }) => shown.texts.other.slice(other.start, other.end)).join("")).toBe(STORY);
  });

  it("that are long are compared elsewhere, with the same answer", async () => {
    const { client, bring } = await emptyCase();
    const long = Array.from({ length: 300 }, () => proseOf(60, random)).join("\n");
    const one = await bring(long, { title: "Long" });
    const other = await bring(`${long}\nAnd more.`, { title: "Longer" });
    const { pieces, oneInOther } = await client.copies.compare({ oneId: one, otherId: other });
    expect(oneInOther).toBe(1);
    expect(pieces.map((piece) => piece.kind)).toEqual(["same", "only-other"]);
  });

  it("are of two articles", async () => {
    const { client, wire } = await fourArticles();
    expect(await refusal(client.copies.compare({ oneId: wire, otherId: wire }))).toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("a decision", { timeout: 30_000 }, () => {
  it("takes a pair from the list, is undone, done again and taken back", async () => {
    const { client, find, wire, longer } = await fourArticles();
    await find();
    await client.copies.decide({ articleId: longer, fromId: wire, relation: "wire copy", comment: "As printed." });
    expect(await proposed(client)).not.toContain("Wire → Longer");
    const { link } = await client.copies.compare({ oneId: wire, otherId: longer });
    expect(link).toMatchObject({ articleId: longer, fromId: wire, relation: "wire copy", comment: "As printed." });
    await client.history.undo();
    expect(await proposed(client)).toContain("Wire → Longer");
    await client.history.redo();
    await client.copies.undecide({ linkId: link?.id ?? "" });
    expect(await proposed(client)).toContain("Wire → Longer");
    expect((await client.history.list({ about: longer })).rows[0]?.label).toBe("take back what “Longer” was made from");
  });

  it("that is made once more as it was writes nothing, whichever way round unrelated articles are given", async () => {
    const { client, wire, longer } = await fourArticles();
    const decided = { articleId: longer, fromId: wire, relation: "wire copy", comment: "As printed." } as const;
    await client.copies.decide(decided);
    const { sequence } = await client.history.state();
    expect(await client.copies.decide({ ...decided, comment: " As printed. " })).toEqual({ sequence: null });
    expect((await client.history.state()).sequence).toBe(sequence);
    // Other words, another relation and the other direction are other decisions.
    expect((await client.copies.decide({ ...decided, comment: "" })).sequence).not.toBeNull();
    expect((await client.copies.decide({ ...decided, relation: "rewrite" })).sequence).not.toBeNull();
    const turned = { articleId: wire, fromId: longer } as const;
    expect((await client.copies.decide({ ...turned, relation: "rewrite" })).sequence).not.toBeNull();
    expect((await client.copies.decide({ ...turned, relation: "unrelated" })).sequence).not.toBeNull();
    const once = { articleId: longer, fromId: wire, relation: "unrelated" } as const;
    expect(await client.copies.decide(once)).toEqual({ sequence: null });
  });

  it("is replaced by a later one, the other way round too", async () => {
    const { client, wire, longer } = await fourArticles();
    await client.copies.decide({ articleId: longer, fromId: wire, relation: "wire copy" });
    await client.copies.decide({ articleId: wire, fromId: longer, relation: "update" });
    const { rows } = await client.copies.list({ articleId: wire });
    expect(titles(rows.filter(({ link }) => link))).toEqual(["Longer → Wire"]);
    expect(rows[0]?.link).toMatchObject({ relation: "update" });
  });

  it("does not propose two copies of one story again", async () => {
    const { client, find, wire, longer, rewritten } = await fourArticles();
    await find();
    await client.copies.decide({ articleId: longer, fromId: wire, relation: "wire copy" });
    await client.copies.decide({ articleId: rewritten, fromId: wire, relation: "rewrite" });
    expect(await proposed(client)).toEqual([]);
    expect(await client.articles.get({ id: longer })).toMatchObject({ proposals: 0 });
    await client.copies.decide({ articleId: rewritten, fromId: wire, relation: "unrelated" });
    expect(await proposed(client)).toEqual(["Longer → Rewritten"]);
  });

  it("cannot make an article of itself, or of what was made of it", async () => {
    const { client, wire, longer, rewritten } = await fourArticles();
    await client.copies.decide({ articleId: longer, fromId: wire, relation: "wire copy" });
    await client.copies.decide({ articleId: rewritten, fromId: longer, relation: "rewrite" });
    const circle = await refusal(client.copies.decide({ articleId: wire, fromId: rewritten, relation: "update" }));
    expect(circle.message).toBe(
      "“Wire” cannot have been made from “Rewritten”: by what was decided before, that one was made from this one. Change that first.",
    );
    const itself = await refusal(client.copies.decide({ articleId: wire, fromId: wire, relation: "update" }));
    expect(itself.code).toBe("NOT_ALLOWED");
    await client.copies.decide({ articleId: wire, fromId: rewritten, relation: "unrelated" });
    expect((await client.articles.get({ id: wire })).links).toBe(1);
  });
});
