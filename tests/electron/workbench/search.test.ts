import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArticleFields } from "#domain/contract/articles.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import type { SearchedNoun, SearchHit } from "#domain/contract/search.ts";
import { anyQuestion } from "../../domain/search/questions.ts";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** A case with articles by title. */
async function caseOf(articles: Record<string, { text: string; fields?: Partial<ArticleFields> }>) {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Search" });
  const ids: Record<string, string> = {};
  for (const [title, { text, fields }] of Object.entries(articles)) ids[title] = await add(client, title, text, fields);
  return { client, ids };
}

async function add(client: Workbench, title: string, text: string, fields: Partial<ArticleFields> = {}) {
  const { articleId } = await client.articles.importText({ text, fields: { title, ...fields } });
  if (!articleId) throw new Error(`“${title}” was not imported.`);
  return articleId;
}

async function hitsOf(client: Workbench, query: string, noun: SearchedNoun = "article"): Promise<SearchHit[]> {
  const { groups, complaint } = await client.search.everywhere({ query, nouns: [noun] });
  expect(complaint, query).toBeNull();
  const hits = groups[0]?.hits ?? [];
  expect(groups[0]?.total ?? 0).toBe(hits.length);
  return hits;
}

/** The titles that a question finds, which are the same for the search and for the library. */
async function titlesFor(client: Workbench, query: string): Promise<string[]> {
  const titles = (await hitsOf(client, query)).map(({ title }) => title.text).sort();
  const listed = await client.articles.list({ query, limit: 1_000 });
  if (query.trim() !== "") expect(listed.rows.map(({ title }) => title).sort()).toEqual(titles);
  expect(listed.total).toBe(listed.rows.length);
  return titles;
}

describe("words", () => {
  const articles = {
    Arabic: { text: "قال أحمد إنّ المدرسةَ أُغلقت في القاهـــرة." },
    Chinese: { text: "記者は北京大学で話した。" },
    French: { text: "L’attaque d’Orléans a visé le cœur de l’école." },
    English: { text: "The harbour, shut at noon — “by order” — reopened.\n\nSmoke rose." },
    Hidden: { text: "The har\u00adbour was\u200b quiet, the cafe\u0301 empty." },
  };
  test.each([
    ["احمد ", ["Arabic"]],
    ["المدرسه ", ["Arabic"]],
    ["القاهرة ", ["Arabic"]],
    ["京 ", ["Chinese"]],
    ["北京 ", ["Chinese"]],
    ["京大学 ", ["Chinese"]],
    ["北大 ", []],
    ["attaque ", ["French"]],
    ["l'attaque ", ["French"]],
    ["orleans ecole ", ["French"]],
    ["coeur ", ["French"]],
    ["CŒUR ", ["French"]],
    ["harbour ", ["English", "Hidden"]],
    ["har\u00adbour ", ["English", "Hidden"]],
    ["harb", ["English", "Hidden"]],
    ["harb ", []],
    ["harb* ", ["English", "Hidden"]],
    ["café ", ["Hidden"]],
    ["cafe\u0301 ", ["Hidden"]],
    ['"noon by order" ', ["English"]],
    ['"reopened smoke" ', ["English"]],
    ['"order by" ', []],
    ["harbour -smoke ", ["Hidden"]],
    ["-harbour ", ["Arabic", "Chinese", "French"]],
    ["NOT harbour AND NOT attaque ", ["Arabic", "Chinese"]],
    ["smoke OR café ", ["English", "Hidden"]],
    ["(smoke OR café) -quiet ", ["English"]],
    ["title:french ", ["French"]],
    ["title:harbour ", []],
  ])("%s", async (query, expected) => {
    const { client } = await caseOf(articles);
    expect(await titlesFor(client, query)).toEqual(expected);
  });

  test("the best hit comes first, and says where in its text it stands", async () => {
    const once = `Much was said. ${"Nothing of note happened. ".repeat(30)}`;
    const { client, ids } = await caseOf({
      Once: { text: `${once}The ferry left.` },
      Often: { text: "The ferry: a ferry for ferry people." },
      "The ferry": { text: "Nothing else is said of it here." },
    });
    const hits = await hitsOf(client, "ferry ");
    expect(hits.map(({ title }) => title.text)).toEqual(["The ferry", "Often", "Once"]);
    expect(hits[0]).toMatchObject({ title: { hits: [{ start: 4, end: 9 }] }, at: null });
    const { text } = await client.articles.get({ id: ids.Once ?? "" });
    const at = hits[2]?.at ?? { start: 0, end: 0 };
    expect(text.slice(at.start, at.end)).toBe("ferry");
    const snippet = hits[2]?.snippet ?? { text: "", hits: [] };
    expect(snippet.hits.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(["ferry"]);
  });

  test("the next page begins where the one before ended", async () => {
    const { client } = await caseOf(
      Object.fromEntries(
        Array.from({ length: 7 }, (_, number) => [`Ferry ${number}`, { text: `Bulletin ${number}.` }]),
      ),
    );
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { groups } = await client.search.everywhere({ query: "ferry ", nouns: ["article"], limit: 3, after });
      expect(groups[0]?.total).toBe(7);
      ids.push(...(groups[0]?.hits ?? []).map(({ id }) => id));
      after = groups[0]?.next ?? null;
    } while (after !== null);
    expect(new Set(ids).size).toBe(7);
    expect(ids).toHaveLength(7);
    const further = client.search.everywhere({ query: "ferry", after: "3" });
    expect(await refusal(further)).toMatchObject({ code: "NOT_ALLOWED", data: { field: "after" } });
    const unknown = client.search.everywhere({ query: "ferry", nouns: ["article"], after: "x" });
    expect(await refusal(unknown)).toMatchObject({ code: "NOT_ALLOWED", data: { field: "after" } });
  });
});

/** Articles, a claim, sources and notes that hang together in known ways. */
async function investigation() {
  const { client, ids } = await caseOf({
    Raid: {
      text: "The group said it had attacked the depot.",
      fields: { outlet: "Northwire", published: "2025-05-16", language: "en", byline: "A. Diallo", dateline: "GAO" },
    },
    Incendie: {
      text: "Le dépôt a brûlé, dit un témoin.",
      fields: { outlet: "Le Rivage", published: "2025-06", language: "fr-CA", url: "https://rivage.example/1" },
    },
    Bulletin: { text: "The depot is calm.", fields: { published: "2024" } },
    Undated: { text: "Ein Depot." },
  });
  const article = async (title: string) => client.articles.get({ id: ids[title] ?? "" });
  const raid = await article("Raid");
  const { claimId } = await client.claims.create({
    fields: { statement: "The depot was attacked", place: "Gao" },
    attribution: {
      articleId: raid.id,
      content: [rangeOf(raid.text, "it had attacked the depot")],
      chain: [{ source: { name: "SITE Intelligence Group", kind: "monitor" } }],
    },
  });
  await client.assessments.record({ claimId, verdict: "unverified", rationale: "One source." });
  const [site] = await client.sources.search({ words: "SITE" });
  await client.sources.addAlias({ id: site?.id ?? "", name: "The Monitor" });
  await client.notes.create({ about: { articleId: raid.id }, body: "Ask about the depot." });
  await client.notes.create({ about: { sourceId: site?.id ?? "" }, body: "Often first with claims." });
  await client.articles.updateMany({ ids: [ids.Incendie ?? ""], addTags: ["Follow up"] });
  await client.collections.create({ name: "The depot file", articleIds: [raid.id, ids.Bulletin ?? ""] });
  return { client, ids, claimId, site: site?.id ?? "" };
}

describe("fields", () => {
  test("of articles", async () => {
    const { client } = await investigation();
    const expected: Record<string, string[]> = {
      "outlet:northwire ": ["Raid"],
      'outlet:"le rivage" ': ["Incendie"],
      "-outlet:northwire ": ["Bulletin", "Incendie", "Undated"],
      "lang:fr ": ["Incendie"],
      "lang:fr-ca ": ["Incendie"],
      "-lang:en depot ": ["Bulletin", "Incendie", "Undated"],
      "date:2025 ": ["Incendie", "Raid"],
      "date:2025-05 ": ["Raid"],
      "date:2025-05-16 ": ["Raid"],
      "date:2025-05..2025-06 ": ["Incendie", "Raid"],
      "date:..2025-05-16 ": ["Bulletin", "Raid"],
      "date:2025-06.. ": ["Incendie"],
      "-date:2025 ": ["Bulletin", "Undated"],
      "has:claim ": ["Raid"],
      "has:note ": ["Raid"],
      "has:tag ": ["Incendie"],
      "has:url ": ["Incendie"],
      "has:date ": ["Bulletin", "Incendie", "Raid"],
      "has:dateline ": ["Raid"],
      "has:copy ": [],
      "-has:date ": ["Undated"],
      "verdict:unverified ": ["Raid"],
      "verdict:disputed ": [],
      "-verdict:unverified ": ["Bulletin", "Incendie", "Undated"],
      'source:"SITE" ': ["Raid"],
      "source:monitor ": ["Raid"],
      "source:rivage ": ["Incendie"],
      "tag:follow ": ["Incendie"],
      'tag:"follow up" ': ["Incendie"],
      "tag:up* ": ["Incendie"],
      "tag:other ": [],
      "collection:depot ": ["Bulletin", "Raid"],
      "byline:diallo ": ["Raid"],
      "provenance:known ": ["Raid"],
      "provenance:unknown ": ["Undated"],
      "depot OR outlet:rivage ": ["Bulletin", "Incendie", "Raid", "Undated"],
      "calm OR lang:fr OR ein ": ["Bulletin", "Incendie", "Undated"],
      "(outlet:northwire OR tag:follow) date:2025-06 ": ["Incendie"],
      "depot collection:depot -calm ": ["Raid"],
    };
    const found: Record<string, string[]> = {};
    for (const query of Object.keys(expected)) found[query] = await titlesFor(client, query);
    expect(found).toEqual(expected);
  });

  test("of claims, sources and notes", async () => {
    const { client } = await investigation();
    const names = async (query: string) => ({
      claims: (await hitsOf(client, query, "claim")).map(({ title }) => title.text),
      sources: (await hitsOf(client, query, "source")).map(({ title }) => title.text),
      notes: (await hitsOf(client, query, "note")).map(({ snippet }) => snippet?.text),
    });
    const claims = ["The depot was attacked"];
    const site = ["SITE Intelligence Group"];
    const onRaid = ["Ask about the depot."];
    const onSite = ["Often first with claims."];
    expect(await names("depot ")).toEqual({ claims, sources: [], notes: onRaid });
    expect(await names("monitor ")).toEqual({ claims: [], sources: site, notes: [] });
    expect(await names("outlet:northwire ")).toEqual({ claims, sources: ["Northwire"], notes: onRaid });
    expect(await names("source:site ")).toEqual({ claims, sources: site, notes: [...onSite, ...onRaid] });
    expect(await names("source:rivage ")).toEqual({ claims: [], sources: ["Le Rivage"], notes: [] });
    expect(await names("verdict:unverified ")).toEqual({ claims, sources: site, notes: onRaid });
    expect(await names("date:2025-05 ")).toEqual({ claims, sources: ["Northwire"], notes: onRaid });
    expect(await names("lang:fr ")).toEqual({ claims: [], sources: ["Le Rivage"], notes: [] });
    expect(await names("tag:follow ")).toEqual({ claims: [], sources: ["Le Rivage"], notes: [] });
    expect(await names("title:raid ")).toEqual({ claims, sources: ["Northwire"], notes: onRaid });
    expect(await names("has:claim ")).toEqual({ claims, sources: site, notes: onRaid });
    expect(await names("has:note ")).toEqual({ claims: [], sources: site, notes: [...onSite, ...onRaid] });
    expect((await names("-lang:fr ")).sources).toEqual(["Northwire", "SITE Intelligence Group"]);
  });

  test("a hit says what it is and where it opens", async () => {
    const { client, ids, site } = await investigation();
    const { groups } = await client.search.everywhere({ query: "depot" });
    expect(groups.map(({ noun }) => noun)).toEqual(["article", "claim", "source", "note"]);
    const [articles, claims, , notes] = groups;
    expect(articles?.hits.find(({ id }) => id === ids.Raid)).toMatchObject({
      facts: ["Northwire", "2025-05-16"],
      about: null,
    });
    expect(claims?.hits[0]).toMatchObject({ facts: ["Unverified"], title: { hits: [{ start: 4, end: 9 }] } });
    expect(notes?.hits[0]).toMatchObject({ title: { text: "Raid" }, about: { noun: "article", id: ids.Raid } });
    const [monitor] = await hitsOf(client, "monitor", "source");
    expect(monitor).toMatchObject({ id: site, facts: ["Monitor"], snippet: { text: "The Monitor" } });
    expect(monitor?.snippet?.hits).toEqual([{ start: 4, end: 11 }]);
    expect(await client.search.everywhere({ query: " " })).toEqual({ groups: [], complaint: null });
  });
});

test("a question that cannot be asked is explained, by the search in place and by the library as a refusal", async () => {
  const { client } = await caseOf({});
  const sentence = "There is no field “oulet”. Do you mean “outlet”?";
  expect(await client.search.everywhere({ query: "a oulet:x" })).toEqual({
    groups: [],
    complaint: { sentence, range: { start: 2, end: 8 } },
  });
  for (const refused of [
    client.articles.list({ query: "a oulet:x" }),
    client.articles.facets({ query: "a oulet:x" }),
    client.articles.ids({ query: "a oulet:x" }),
  ]) {
    expect(await refusal(refused)).toEqual({ code: "NOT_ALLOWED", message: sentence, data: { field: "query" } });
  }
});

test("no string whatever is an error to SQLite, and search and library agree on it", async () => {
  const { client } = await investigation();
  await fc.assert(
    fc.asyncProperty(anyQuestion, async (query) => {
      const { groups, complaint } = await client.search.everywhere({ query });
      if (complaint) {
        expect((await refusal(client.articles.list({ query }))).message).toBe(complaint.sentence);
        return;
      }
      const listed = await client.articles.list({ query });
      const ids = await client.articles.ids({ query });
      const facets = await client.articles.facets({ query });
      expect(ids).toHaveLength(listed.total);
      expect(facets.provenance.reduce((sum, { count }) => sum + count, 0)).toBe(listed.total);
      if (groups[0]) expect(groups[0].hits.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("the longest and the deepest questions are answered too", async () => {
  const { client } = await investigation();
  const nested = (depth: number): string =>
    depth === 0 ? "depot" : `(x${depth} OR (depot AND ${nested(depth - 2)}) OR -lang:fr)`;
  for (const query of [
    "a ".repeat(1_000),
    Array.from({ length: 400 }, () => "a").join(" OR "),
    "-a ".repeat(660),
    "tag:a OR ".repeat(200),
    "-has:url ".repeat(200),
    "outlet:a ".repeat(200),
    "北".repeat(2_000),
    `"${"depot ".repeat(300)}"`,
    nested(8),
    `${"(".repeat(10)}a OR b${")".repeat(10)}`,
    `${"(a OR b AND c AND NOT ".repeat(10)}title:c${")".repeat(10)}`,
    `${"-(a OR title:b AND c ".repeat(10)}-title:c${")".repeat(10)}`,
    `${"(a OR lang:fr AND c AND NOT ".repeat(10)}c${")".repeat(10)}`,
  ]) {
    const { groups, complaint } = await client.search.everywhere({ query });
    expect(complaint, query.slice(0, 40)).toBeNull();
    expect(groups).toHaveLength(4);
    await client.articles.list({ query });
  }
});
