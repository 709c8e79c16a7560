import { expect, test } from "vitest";
import { FACETS, type Facet, type FacetCounts } from "#domain/contract/articles.ts";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** Eight articles that differ in every facet. */
async function library() {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Facets" });
  const ids: string[] = [];
  const outlets = ["Northwire", "Northwire", "Northwire", "Harbour Post", "Harbour Post", "", "", ""];
  const dates = ["2025-05-16", "2025-05-17", "2025-06-01", "2025-06", "2024", null, null, "2025-05-16"];
  for (const [number, outlet] of outlets.entries()) {
    const text = `Bulletin ${number} says that the ferry stopped at pier ${number}.`;
    const { articleId } = await client.articles.importText({
      text,
      fields: {
        title: number < 4 ? `Ferry ${number}` : `Boat ${number}`,
        outlet,
        published: dates[number] ?? null,
        language: number % 2 === 0 ? "en" : "fr",
      },
    });
    ids.push(articleId ?? "");
  }
  const [first = "", second = "", third = ""] = ids;
  for (const [index, articleId] of [first, second].entries()) {
    const { text } = await client.articles.get({ id: articleId });
    const { claimId } = await client.claims.create({
      fields: { statement: `Pier ${index}` },
      attribution: { articleId, content: [rangeOf(text, "the ferry stopped")], chain: [] },
    });
    if (index === 0) await client.assessments.record({ claimId, verdict: "unverified", rationale: "One source." });
  }
  await client.articles.updateMany({ ids: [first, second, third], addTags: ["quay"] });
  await client.articles.updateMany({ ids: [first], addTags: ["night"] });
  const { collectionId } = await client.collections.create({ name: "File", articleIds: [third] });
  await client.copies.decide({ articleId: second, fromId: first, relation: "wire copy" });
  return { client, ids, collectionId };
}

/** Facets with what they are labelled, in the order in which they come: `Northwire 3`. */
function told(counts: FacetCounts): Record<Facet, string[]> {
  return Object.fromEntries(
    FACETS.map((facet) => [facet, counts[facet].map(({ label, count }) => `${label} ${count}`)]),
  ) as Record<Facet, string[]>;
}

/** What the list finds for a value of a facet must be as many as the facet says. */
async function expectTrueCounts(client: Workbench, question: Parameters<Workbench["articles"]["facets"]>[0]) {
  const counts = await client.articles.facets(question);
  for (const facet of FACETS) {
    for (const { value, count } of counts[facet]) {
      const { total } = await client.articles.list({ ...question, chosen: { ...question.chosen, [facet]: [value] } });
      expect(`${facet} ${value} ${total}`).toBe(`${facet} ${value} ${count}`);
    }
  }
  return told(counts);
}

test("the library is counted by every facet", async () => {
  const { client } = await library();
  expect(await expectTrueCounts(client, {})).toEqual({
    outlet: ["No outlet 3", "Northwire 3", "Harbour Post 2"],
    month: ["June 2025 2", "May 2025 3", "2024 1", "No date 2"],
    language: ["English 4", "French 4"],
    verdict: ["No claims 6", "Untriaged 1", "Unverified 1"],
    tag: ["No tags 5", "quay 3", "night 1"],
    collection: ["In no collection 7", "File 1"],
    copies: ["No copies known 6", "Linked to another 2"],
    provenance: ["Known 3", "Partial 3", "Unknown 2"],
  });
});

test("what is chosen in one facet narrows the others, and each is counted as if nothing were chosen in itself", async () => {
  const { client } = await library();
  const [northwire] = (await client.articles.facets({})).outlet.filter(({ label }) => label === "Northwire");
  const chosen = { outlet: [northwire?.value ?? ""], language: ["en"] };
  const narrowed = await expectTrueCounts(client, { chosen });
  expect(narrowed.outlet).toEqual(["Northwire 2", "No outlet 1", "Harbour Post 1"]);
  expect(narrowed.language).toEqual(["English 2", "French 1"]);
  expect(narrowed.tag).toEqual(["quay 2", "night 1"]);
  const ids = await client.articles.ids({ chosen });
  expect(ids.length).toBe(2);
  // Of some articles, those that are found are told from those that are not.
  const others = (await client.articles.ids({})).filter((id) => !ids.includes(id));
  expect(await client.articles.ids({ chosen, among: [...others, ...ids.slice(1)] })).toEqual(ids.slice(1));
  expect(await client.articles.ids({ chosen, query: "lang:fr", among: ids })).toEqual([]);
  // That is for a few.
  const few = Array.from({ length: 100 }, () => ids[0] ?? "");
  expect(await client.articles.ids({ chosen, among: few })).toEqual(ids.slice(0, 1));
  expect(await refusal(client.articles.ids({ chosen, among: [...few, ...ids] }))).toMatchObject({
    code: "NOT_ALLOWED",
    data: { field: "among" },
  });
});

test("facets are counted within what a question finds, be it little or nearly everything", async () => {
  const { client } = await library();
  expect((await expectTrueCounts(client, { query: "pier -boat " })).outlet).toEqual(["Northwire 3", "Harbour Post 1"]);
  expect((await expectTrueCounts(client, { query: "-lang:xx bulletin " })).provenance).toEqual([
    "Known 3",
    "Partial 3",
    "Unknown 2",
  ]);
  expect((await expectTrueCounts(client, { query: "title:boat has:date " })).month).toEqual(["May 2025 1", "2024 1"]);
  await expectTrueCounts(client, { query: "-tag:night ", chosen: { copies: ["none"], verdict: [""] } });
  await expectTrueCounts(client, { query: "nowhere ", chosen: { month: ["2025-05"] } });
});

test("a value that is chosen stays in sight, though nothing else has it left", async () => {
  const { client } = await library();
  const { tag } = await client.articles.facets({ query: "boat ", chosen: { tag: ["night"] } });
  expect(tag).toEqual([
    { value: "", label: "No tags", count: 4 },
    { value: "night", label: "night", count: 0 },
  ]);
});

test("rows say where they come from, what they are tagged with and what they are copies of", async () => {
  const { client, ids } = await library();
  const { rows } = await client.articles.list({ query: "title:ferry ", order: "title" });
  expect(rows.map(({ provenance, tags, links, proposals }) => ({ provenance, tags, links, proposals }))).toEqual([
    { provenance: "known", tags: ["night", "quay"], links: 1, proposals: 0 },
    { provenance: "known", tags: ["quay"], links: 1, proposals: 0 },
    { provenance: "known", tags: ["quay"], links: 0, proposals: 0 },
    { provenance: "partial", tags: [], links: 0, proposals: 0 },
  ]);
  expect(await client.articles.tags()).toEqual([
    { tag: "night", articles: 1 },
    { tag: "quay", articles: 3 },
  ]);
  expect(await client.articles.get({ id: ids[0] ?? "" })).toMatchObject({ links: 1, proposals: 0 });
});

test("searches are kept under names, and one of the same name is replaced", async () => {
  const { client } = await library();
  const { savedSearchId } = await client.savedSearches.save({ name: "Ferries", query: "ferry lang:fr" });
  await client.savedSearches.save({ name: "boats", query: "boat" });
  const again = await client.savedSearches.save({ name: "FERRIES", query: "ferry" });
  expect(again.savedSearchId).toBe(savedSearchId);
  const kept = async () => (await client.savedSearches.list()).map(({ name, query }) => [name, query]);
  expect(await kept()).toEqual([
    ["boats", "boat"],
    ["FERRIES", "ferry"],
  ]);
  await client.savedSearches.remove({ id: savedSearchId });
  expect(await kept()).toEqual([["boats", "boat"]]);
  await client.history.undo();
  await client.history.undo();
  expect(await kept()).toEqual([
    ["boats", "boat"],
    ["Ferries", "ferry lang:fr"],
  ]);
});

test("what is proposed as a copy is counted and found until it is decided", async () => {
  const { client } = await library();
  const story = Array.from({ length: 80 }, (_, number) => `word${number}`).join(" ");
  const ids: string[] = [];
  for (const ending of ["as was said in the morning", "as others said at night", "and that is all"]) {
    const { articleId } = await client.articles.importText({ text: `${story} ${ending}.`, fields: { title: ending } });
    ids.push(articleId ?? "");
  }
  await finish(await client.copies.find());
  expect((await expectTrueCounts(client, { query: "word1 " })).copies).toEqual(["Proposed as a copy 3"]);
  const { rows } = await client.articles.list({ query: "word1 " });
  expect(rows.map(({ proposals }) => proposals)).toEqual([2, 2, 2]);
  expect((await client.articles.get({ id: ids[0] ?? "" })).proposals).toBe(2);

  await client.copies.decide({ articleId: ids[1] ?? "", fromId: ids[0] ?? "", relation: "unrelated" });
  await client.copies.decide({ articleId: ids[2] ?? "", fromId: ids[0] ?? "", relation: "rewrite" });
  expect((await expectTrueCounts(client, { query: "has:copy word1 " })).copies).toEqual([
    "Linked to another 2",
    "Proposed as a copy 2",
  ]);
  const alike = await client.articles.ids({ chosen: { copies: ["linked", "proposed"] } });
  expect((await client.articles.ids({ query: "has:copy" })).sort()).toEqual(alike.sort());
  expect(alike).toEqual(expect.arrayContaining(ids));
});
