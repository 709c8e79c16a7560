import { describe, expect, it } from "vitest";
import { finish } from "#domain/contract/base.ts";
import type { AssessmentInput } from "#domain/contract/claims.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import type { AttributionInput } from "#domain/nouns/attribution.ts";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

const TEXT =
  "The front said forty soldiers were killed. The mayor said that 40 troops had died. The ministry denied it.";

/** A case with one article of Northwire. */
async function oneArticle() {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Tagging" });
  const { articleId } = await client.articles.importText({ text: TEXT, fields: { outlet: "Northwire" } });
  const at = (words: string) => ({ articleId: articleId ?? "", content: [rangeOf(TEXT, words)] });
  return { client, articleId: articleId ?? "", at };
}

/** The same with a claim that the front makes. */
async function oneClaim() {
  const { client, articleId, at } = await oneArticle();
  const { claimId, attributionId } = await client.claims.create({
    fields: { statement: "Forty soldiers were killed" },
    attribution: { ...at("forty soldiers were killed"), chain: [{ source: { name: "The front", party: true } }] },
  });
  return { client, articleId, at, claimId, attributionId };
}

const attach = (client: Workbench, claimId: string, attribution: AttributionInput) =>
  client.attributions.create({ claimId, attribution });

describe("a source that is named on the fly", () => {
  it("is the one of that name or alias, whatever the case of its letters, and else a new one", async () => {
    const { client, at } = await oneArticle();
    const { sourceId } = await client.sources.create({ name: "The mayor of Tamba", kind: "official" });
    await client.sources.addAlias({ id: sourceId, name: "The mayor" });
    const { attributionId } = await client.claims.create({
      fields: { statement: "Forty troops died" },
      attribution: {
        ...at("40 troops had died"),
        chain: [
          { source: { name: "THE MAYOR" } },
          { source: { name: "the mayor of tamba" } },
          { source: { name: "An aide" } },
        ],
      },
    });
    const { chain } = await client.attributions.get({ id: attributionId });
    expect(chain.map((hop) => hop.sourceId).slice(0, 2)).toEqual([sourceId, sourceId]);
    expect(chain.map((hop) => hop.name)).toEqual(["The mayor of Tamba", "The mayor of Tamba", "An aide"]);
    expect((await client.sources.list({})).total).toBe(3);
  });

  it("is the outlet alone where no chain is given", async () => {
    const { client, at } = await oneArticle();
    const { attributionId } = await client.claims.create({ fields: { statement: "S" }, attribution: at("forty") });
    const { chain } = await client.attributions.get({ id: attributionId });
    expect(chain.map((hop) => hop.name)).toEqual(["Northwire"]);
  });
});

describe("attributions", () => {
  it("take another chain, other words and another claim, and go without the claim", async () => {
    const { client, at, claimId, attributionId } = await oneClaim();
    await client.attributions.setChain({
      id: attributionId,
      chain: [
        { source: { name: "A resident" }, access: "eyewitness", groupSize: 3, ranges: [rangeOf(TEXT, "The mayor")] },
      ],
    });
    const words = [rangeOf(TEXT, "40 troops"), rangeOf(TEXT, "forty soldiers")];
    await client.attributions.setWords({ id: attributionId, role: "content", ranges: words });
    const { drawn } = await client.attributions.setWords({
      id: attributionId,
      role: "cue",
      ranges: [rangeOf(TEXT, "said")],
    });
    expect(drawn.marks).toHaveLength(4);
    const changed = await client.attributions.get({ id: attributionId });
    expect(changed.chain).toMatchObject([{ name: "A resident", groupSize: 3, spans: [{ exact: "The mayor" }] }]);
    expect(changed.content.map((span) => span.exact)).toEqual(["forty soldiers", "40 troops"]);
    expect(changed.cue.map((span) => span.exact)).toEqual(["said"]);

    const other = await client.claims.create({
      fields: { statement: "Another" },
      attribution: at("The ministry denied it"),
    });
    await client.attributions.update({ id: attributionId, fields: { claimId: other.claimId, stance: "denies" } });
    expect((await client.claims.get({ id: claimId })).attributions).toEqual([]);
    expect((await client.claims.get({ id: other.claimId })).attributions).toHaveLength(2);
    await client.attributions.remove({ id: attributionId });
    expect((await client.claims.get({ id: other.claimId })).attributions).toHaveLength(1);
    expect((await refusal(client.attributions.get({ id: attributionId }))).code).toBe("NOT_FOUND");
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });
  });

  it("cannot move to a claim that is not there", async () => {
    const { client, articleId, attributionId } = await oneClaim();
    const refused = await refusal(client.attributions.update({ id: attributionId, fields: { claimId: articleId } }));
    expect(refused).toMatchObject({ code: "NOT_FOUND", data: { noun: "claim" } });
  });

  it("cannot quote words beyond the text", async () => {
    const { client, attributionId } = await oneClaim();
    const ranges = [{ start: TEXT.length - 2, end: TEXT.length + 1 }];
    expect(await refusal(client.attributions.setWords({ id: attributionId, role: "content", ranges }))).toMatchObject({
      code: "NOT_ALLOWED",
      data: { field: "ranges" },
    });
  });
});

describe("assessments", () => {
  const record = (client: Workbench, claimId: string, rest: Omit<AssessmentInput, "claimId">) =>
    client.assessments.record({ claimId, ...rest });

  it("follow the advice: transitions are firm, guards yield to an override with a rationale", async () => {
    const { client, at, claimId } = await oneClaim();
    const advice = await client.assessments.advise({ claimId });
    expect(advice.from).toBe("untriaged");
    expect(advice.options.map((option) => option.verdict)).not.toContain("verified");
    const skipped = await refusal(record(client, claimId, { verdict: "verified", rationale: "R", override: true }));
    expect(skipped).toMatchObject({ code: "NOT_ALLOWED", data: { field: "verdict" } });

    await record(client, claimId, { verdict: "unverified" });
    const unmet = await refusal(record(client, claimId, { verdict: "corroborated", rationale: "Two heard it." }));
    expect(unmet.message).toContain("two origins or more");
    const bare = await refusal(record(client, claimId, { verdict: "corroborated", override: true }));
    expect(bare.code).toBe("NOT_ALLOWED");
    await record(client, claimId, { verdict: "corroborated", rationale: "Two heard it.", override: true });
    const [latest] = (await client.claims.get({ id: claimId })).assessments;
    expect(latest?.overridden).toHaveLength(2);

    await attach(client, claimId, { ...at("40 troops had died"), chain: [{ source: { name: "The mayor" } }] });
    await record(client, claimId, { verdict: "corroborated", rationale: "Now two say it." });
    const [met] = (await client.claims.get({ id: claimId })).assessments;
    expect(met?.overridden).toEqual([]);
  });

  it("are stale after a new attribution and after a changed grade, and say why", async () => {
    const { client, at, claimId } = await oneClaim();
    await record(client, claimId, { verdict: "unverified" });
    expect((await client.claims.get({ id: claimId })).stale).toEqual([]);
    const { attributionId } = await attach(client, claimId, at("40 troops had died"));
    expect((await client.claims.get({ id: claimId })).stale).toEqual(["1 attribution was added since."]);
    await client.attributions.remove({ id: attributionId });
    expect((await client.claims.get({ id: claimId })).stale).toEqual([]);
    const [front] = await client.sources.search({ words: "front" });
    await client.sources.grade({ sourceId: front?.id ?? "", letter: "E" });
    const { stale, verdict } = await client.claims.get({ id: claimId });
    expect(stale).toEqual(["The front has been graded E."]);
    expect(verdict).toBe("unverified");
    await client.history.undo();
    expect((await client.claims.get({ id: claimId })).stale).toEqual([]);
  });

  it("refuse evidence that points at nothing, and keep nothing of the assessment", async () => {
    const { client, articleId, claimId } = await oneClaim();
    const evidence = { relation: "supports", primary: true, location: "", comment: "" } as const;
    const missing = [{ ...evidence, target: "claim", targetId: articleId } as const];
    expect(await refusal(record(client, claimId, { verdict: "unverified", evidence: missing }))).toMatchObject({
      code: "NOT_FOUND",
      data: { noun: "claim", id: articleId },
    });
    const nowhere = [{ ...evidence, target: "external", targetId: null } as const];
    expect(await refusal(record(client, claimId, { verdict: "unverified", evidence: nowhere }))).toMatchObject({
      data: { field: "location" },
    });
    expect((await client.claims.get({ id: claimId })).assessments).toEqual([]);
  });
});

describe("notes and articles", () => {
  it("notes stand beside one thing, and on words only of an article", async () => {
    const { client, articleId, claimId } = await oneClaim();
    const { noteId } = await client.notes.create({
      about: { articleId },
      body: "See",
      ranges: [rangeOf(TEXT, "mayor")],
    });
    await client.notes.update({ id: noteId, body: "See this" });
    expect(await client.notes.list({ articleId })).toMatchObject([{ body: "See this", spans: [{ exact: "mayor" }] }]);
    const ranged = client.notes.create({ about: { claimId }, body: "B", ranges: [{ start: 0, end: 3 }] });
    expect((await refusal(ranged)).data).toEqual({ field: "ranges" });
    const both = await refusal(client.notes.create({ about: { articleId, claimId }, body: "B" }));
    expect(both.message).toContain("beside one article, claim or source");
    await client.notes.remove({ id: noteId });
    expect(await client.notes.list({ articleId })).toEqual([]);
  });

  it("text with half a surrogate pair is made whole, so that the journal and the rows agree", async () => {
    const { client, articleId } = await oneArticle();
    const { noteId } = await client.notes.create({ about: { articleId }, body: "half \uD83D of a face" });
    expect(await client.notes.list({ articleId })).toMatchObject([{ body: "half \uFFFD of a face" }]);
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });
    await client.notes.update({ id: noteId, body: "whole" });
    await client.history.undo();
    await client.history.undo();
    expect(await client.notes.list({ articleId })).toEqual([]);
  });

  it("a figure of minus nought is nought", async () => {
    const { client, claimId } = await oneClaim();
    await client.claims.update({ id: claimId, fields: { low: -0, best: 0 } });
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });
    await client.history.undo();
    expect((await client.claims.get({ id: claimId })).low).toBeNull();
  });

  it("an article takes its outlet by name and its precision from its date, and comes back after Undo", async () => {
    const { client, articleId, claimId } = await oneClaim();
    await client.articles.update({ id: articleId, fields: { outlet: "northwire", published: "2025-05" } });
    expect(await client.articles.get({ id: articleId })).toMatchObject({
      outlet: "Northwire",
      publishedPrecision: "month",
    });
    await client.articles.update({ id: articleId, fields: { published: null } });
    expect((await client.articles.get({ id: articleId })).publishedPrecision).toBeNull();
    const before = await client.articles.marks({ id: articleId });
    await client.articles.remove({ ids: [articleId] });
    expect((await client.claims.get({ id: claimId })).attributions).toEqual([]);
    await client.history.undo();
    expect(await client.articles.marks({ id: articleId })).toEqual(before);
  });

  it("the history of a claim is what touched it or what belongs to it", async () => {
    const { client, claimId, at } = await oneClaim();
    await client.sources.create({ name: "Somebody else" });
    await attach(client, claimId, at("40 troops had died"));
    await client.assessments.record({ claimId, verdict: "unverified" });
    const about = (await client.history.list({ about: claimId })).rows.map((entry) => entry.label);
    expect(about).toHaveLength(3);
    expect(about.join()).not.toContain("Somebody else");
  });
});
