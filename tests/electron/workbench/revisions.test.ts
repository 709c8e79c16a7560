import { describe, expect, it } from "vitest";
import { finish } from "#domain/contract/base.ts";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

const ADDRESS = "https://news.example/raid";
const FIRST = "Raid on the depot\n\nThe front said forty soldiers were killed. The mayor said the depot burnt.";
const SECOND =
  "Raid on the depot\n\nUpdated at noon. The front said forty soldiers were killed. The mayor said that the depot burnt, and a school.";

/** An article at an address, with a claim on it, and what was found there later. */
async function twoTexts(second = SECOND) {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Revisions" });
  const bring = (text: string, url = ADDRESS) => client.articles.importText({ text, fields: { title: "Raid", url } });
  const { articleId } = await bring(FIRST);
  const id = articleId ?? "";
  const claim = await client.claims.create({
    fields: { statement: "Forty soldiers were killed" },
    attribution: {
      articleId: id,
      content: [rangeOf(FIRST, "forty soldiers were killed")],
      cue: [rangeOf(FIRST, "said")],
      chain: [{ source: { name: "The front" }, ranges: [rangeOf(FIRST, "The front")] }],
    },
  });
  const came = await bring(second);
  return { client, bring, id, claim, came };
}

const spansOf = async ({ client, claim }: Awaited<ReturnType<typeof twoTexts>>) => {
  const { content, cue, chain } = await client.attributions.get({ id: claim.attributionId });
  return [...content, ...cue, ...chain.flatMap((hop) => hop.spans)];
};

describe("another text at the address of an article", () => {
  it("is kept as a revision of it, and makes no article", async () => {
    const { client, id, came } = await twoTexts();
    expect(came).toMatchObject({ outcome: "revised", articleId: id });
    expect((await client.articles.list({})).total).toBe(1);
    expect(await client.articles.get({ id })).toMatchObject({ text: FIRST, revisions: 1 });
    const rows = await client.revisions.list({ articleId: id });
    expect(rows).toMatchObject([{ articleId: id, characters: SECOND.length, originalName: "pasted text" }]);
  });

  it("is known where the article has it, or had it", async () => {
    const { client, bring, id } = await twoTexts();
    expect(await bring(`${SECOND}  `)).toMatchObject({ outcome: "known", articleId: id });
    expect(await bring(`${FIRST}\n`)).toMatchObject({ outcome: "known", articleId: id });
    expect(await client.revisions.list({ articleId: id })).toHaveLength(1);
  });

  it.each([
    ["HTTPS://NEWS.example:443/raid/#top", true],
    ["https://news.example/raid?utm_source=feed", true],
    ["https://news.example/raid?page=2", false],
    ["https://news.example/Raid", false],
    ["", false],
  ])("is looked for by the page and not by the way: %s", async (url, isSame) => {
    const { client, bring } = await twoTexts();
    await bring("Something else altogether was written here, and nobody knows why.", url);
    expect((await client.articles.list({})).total).toBe(isSame ? 1 : 2);
  });

  it("is shown beside the one that is studied", async () => {
    const { client, id } = await twoTexts();
    const [revision] = await client.revisions.list({ articleId: id });
    const shown = await client.revisions.compare({ articleId: id, revisionId: revision?.id ?? "" });
    expect(shown).toMatchObject({ title: "Raid", texts: { one: FIRST, other: SECOND } });
    const added = shown.pieces.flatMap((piece) =>
      piece.kind === "only-other" ? [SECOND.slice(piece.other.start, piece.other.end)] : [],
    );
    expect(added).toEqual(["Updated at noon. ", "that ", ", and a school"]);
    expect(shown.otherAt >= shown.oneAt).toBe(true);
  });

  it("is compared with its own article only", async () => {
    const { client, bring, id } = await twoTexts();
    const other = await bring("Another article.", "https://news.example/other");
    const [revision] = await client.revisions.list({ articleId: id });
    const compared = client.revisions.compare({ articleId: other.articleId ?? "", revisionId: revision?.id ?? "" });
    expect(await refusal(compared)).toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("to study another text", () => {
  it("moves every mark to where its words stand, in one step that can be undone", async () => {
    const given = await twoTexts();
    const { client, id } = given;
    const before = await spansOf(given);
    const [revision] = await client.revisions.list({ articleId: id });
    expect(await client.revisions.take({ revisionId: revision?.id ?? "" })).toMatchObject({ moved: 3 });
    expect(await client.articles.get({ id })).toMatchObject({ text: SECOND, revisions: 1 });
    for (const span of await spansOf(given)) expect(SECOND.slice(span.start, span.end)).toBe(span.exact);
    expect((await spansOf(given)).map((span) => span.exact)).toEqual(before.map((span) => span.exact));
    expect((await client.revisions.list({ articleId: id }))[0]?.characters).toBe(FIRST.length);
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });

    await client.history.undo();
    expect((await client.articles.get({ id })).text).toBe(FIRST);
    expect(await spansOf(given)).toEqual(before);
    await client.history.redo();
    expect((await client.articles.get({ id })).text).toBe(SECOND);
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });
  });

  it("takes the words with the same surroundings where they stand in several places", async () => {
    const given = await twoTexts(`Forty soldiers were killed, and forty soldiers were killed.\n\n${FIRST}`);
    const { client, id } = given;
    const [revision] = await client.revisions.list({ articleId: id });
    await client.revisions.take({ revisionId: revision?.id ?? "" });
    const { text } = await client.articles.get({ id });
    const [content] = await spansOf(given);
    expect(content?.start).toBe(text.indexOf("The front said forty") + "The front said ".length);
  });

  it("is refused where marked words are gone, and names them", async () => {
    const { client, id } = await twoTexts("Raid on the depot\n\nThe front said that sixty died.");
    const [revision] = await client.revisions.list({ articleId: id });
    const refused = await refusal(client.revisions.take({ revisionId: revision?.id ?? "" }));
    expect(refused).toMatchObject({
      code: "NOT_ALLOWED",
      message:
        "The other text of “Raid” does not hold these marked words: “forty soldiers were killed”. Take the mark out, or put it on other words, first.",
    });
    expect((await client.articles.get({ id })).text).toBe(FIRST);
  });

  it("finds the new words in a search, and not the old ones", async () => {
    const { client, id } = await twoTexts();
    const [revision] = await client.revisions.list({ articleId: id });
    await client.revisions.take({ revisionId: revision?.id ?? "" });
    expect((await client.articles.list({ query: "school" })).total).toBe(1);
    await client.history.undo();
    expect((await client.articles.list({ query: "school" })).total).toBe(0);
  });
});

describe("words that were chosen in a text before it was exchanged for another", () => {
  const OLD = "The mayor said the depot burnt";

  /** Two texts, of which the later is studied, and the hash and the words of the earlier, as a page shows them that lags behind. */
  async function exchanged() {
    const given = await twoTexts();
    const { client, id, claim } = given;
    const { textSha256 } = await client.articles.get({ id });
    const [revision] = await client.revisions.list({ articleId: id });
    await client.revisions.take({ revisionId: revision?.id ?? "" });
    return { ...given, textSha256, ranges: [rangeOf(FIRST, OLD)], attributionId: claim.attributionId };
  }

  const commands = {
    "a claim": ({ client, id, textSha256, ranges }) =>
      client.claims.create({
        fields: { statement: "The depot burnt" },
        attribution: { articleId: id, textSha256, content: ranges },
      }),
    "another passage of a claim": ({ client, id, claim, textSha256, ranges }) =>
      client.attributions.create({
        claimId: claim.claimId,
        attribution: { articleId: id, textSha256, content: ranges },
      }),
    "the words of a passage": ({ client, attributionId, textSha256, ranges }) =>
      client.attributions.setWords({ id: attributionId, role: "content", ranges, textSha256 }),
    "a cue": ({ client, attributionId, textSha256, ranges }) =>
      client.attributions.setWords({ id: attributionId, role: "cue", ranges, textSha256 }),
    "a source": ({ client, attributionId, textSha256, ranges }) =>
      client.attributions.setChain({
        id: attributionId,
        chain: [{ source: { name: "The mayor" }, ranges }],
        textSha256,
      }),
    "a note": ({ client, id, textSha256, ranges }) =>
      client.notes.create({ about: { articleId: id }, body: "Which depot?", ranges, textSha256 }),
  } satisfies Record<string, (given: Awaited<ReturnType<typeof exchanged>>) => Promise<unknown>>;

  it.each(Object.entries(commands))("do not become %s", async (_, command) => {
    const given = await exchanged();
    const { client, id } = given;
    const before = await client.history.state();
    expect(await refusal(command(given))).toMatchObject({
      code: "CONFLICT",
      message: "The text of “Raid” has been exchanged for another one meanwhile. Choose the words again.",
    });
    expect(await client.history.state()).toEqual(before);
    const { textSha256 } = await client.articles.get({ id });
    await command({ ...given, textSha256, ranges: [rangeOf(SECOND, "The mayor said")] });
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });
  });

  it("are those of the text that an attribution tells its words stand in", async () => {
    const { client, id, attributionId } = await exchanged();
    const { textSha256 } = await client.articles.get({ id });
    expect(await client.attributions.get({ id: attributionId })).toMatchObject({ textSha256 });
  });
});
