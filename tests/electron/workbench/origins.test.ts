import { describe, expect, it } from "vitest";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

const TEXT = "Forty soldiers were killed at the depot on Monday. The post fell silent before noon.";

/** One claim, asserted without a source by a wire story and by a paper that printed it. */
async function printedTwice() {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Origins" });
  const bring = async (outlet: string) => {
    const { articleId } = await client.articles.importText({ text: `${TEXT} ${outlet}.`, fields: { outlet } });
    return articleId ?? "";
  };
  const [wire, paper] = [await bring("Northwire"), await bring("Harbour")];
  const content = [rangeOf(TEXT, "Forty soldiers were killed")];
  const { claimId } = await client.claims.create({
    fields: { statement: "Forty soldiers were killed" },
    attribution: { articleId: wire, content },
  });
  await client.attributions.create({ claimId, attribution: { articleId: paper, content } });
  const claim = () => client.claims.get({ id: claimId });
  const names = async () => (await claim()).firstHops.map(({ name }) => name);
  const isCopy = (relation: "wire copy" | "unrelated" = "wire copy") =>
    client.copies.decide({ articleId: paper, fromId: wire, relation });
  return { client, claimId, wire, paper, claim, names, isCopy };
}

describe("a confirmed link between articles", () => {
  it("makes the same story printed twice one beginning, and two again where it is undone", async () => {
    const { client, names, isCopy } = await printedTwice();
    expect(await names()).toEqual(["Northwire", "Harbour"]);
    await isCopy();
    expect(await names()).toEqual(["Northwire"]);
    await client.history.undo();
    expect(await names()).toEqual(["Northwire", "Harbour"]);
    await isCopy("unrelated");
    expect(await names()).toEqual(["Northwire", "Harbour"]);
  });

  it("names the outlet of an original in which nothing was marked", async () => {
    const { client, claim, names, isCopy } = await printedTwice();
    await isCopy();
    const [first] = (await claim()).attributions;
    await client.attributions.remove({ id: first?.id ?? "" });
    expect(await names()).toEqual(["Northwire"]);
  });

  it("is seen by the guards of verdicts", async () => {
    const { client, claimId, isCopy } = await printedTwice();
    const rationale = "Two papers say so.";
    await client.assessments.record({ claimId, verdict: "unverified" });
    const unmet = async () => {
      const { options } = await client.assessments.advise({ claimId, rationale, methods: "", evidence: [] });
      return options.find(({ verdict }) => verdict === "corroborated")?.unmet;
    };
    expect(await unmet()).toEqual([]);
    await isCopy();
    expect(await unmet()).toEqual([
      "Corroboration asks for two origins or more; one was found, counting distinct first hops.",
    ]);
    const refused = await refusal(client.assessments.record({ claimId, verdict: "corroborated", rationale }));
    expect(refused.code).toBe("NOT_ALLOWED");
  });

  it("makes an assessment stale, and says why; so does taking it back", async () => {
    const { client, claimId, claim, paper, wire, isCopy } = await printedTwice();
    const assess = () => client.assessments.record({ claimId, verdict: "unverified", rationale: "Not yet." });
    await assess();
    expect((await claim()).stale).toEqual([]);
    await isCopy("unrelated");
    expect((await claim()).stale).toEqual([]);
    await isCopy();
    expect((await claim()).stale).toEqual(["1 link between articles was confirmed since."]);
    await assess();
    expect(await claim()).toMatchObject({ stale: [], assessments: [{ basis: { firstHops: 1 } }, {}] });
    const { link } = await client.copies.compare({ oneId: paper, otherId: wire });
    await client.copies.undecide({ linkId: link?.id ?? "" });
    expect((await claim()).stale).toEqual(["1 link between articles was taken back since."]);
  });
});
