import { describe, expect, it } from "vitest";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

const TEXT = "The front said forty soldiers were killed. The mayor said that 40 troops had died.";

/** A case with two claims that say the same, each found once. */
async function twoClaims() {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Merging" });
  const { articleId } = await client.articles.importText({
    text: TEXT,
    fields: { title: "Raid", outlet: "Northwire" },
  });
  if (!articleId) throw new Error("The article was not imported.");
  const claim = async (statement: string, passage: string, speaker: string) => {
    const made = await client.claims.create({
      fields: { statement },
      attribution: {
        articleId,
        content: [rangeOf(TEXT, passage)],
        chain: [{ source: { name: speaker } }, { source: { name: "Northwire" } }],
      },
    });
    return made.claimId;
  };
  const forty = await claim("Forty soldiers were killed", "forty soldiers were killed", "The front");
  const troops = await claim("40 troops died", "40 troops had died", "The mayor");
  return { client, forty, troops };
}

describe("claims.merge", () => {
  it("moves attributions and notes, points reports and evidence at the claim that stays, and can be undone", async () => {
    const { client, forty, troops } = await twoClaims();
    await client.notes.create({ about: { claimId: troops }, body: "The same figure in other words." });
    await client.assessments.record({ claimId: troops, verdict: "unverified" });
    await client.assessments.record({
      claimId: forty,
      verdict: "unverified",
      evidence: [{ relation: "context", primary: false, target: "claim", targetId: troops, location: "", comment: "" }],
    });
    const { reportId } = await client.reports.create({ fields: { title: "Memo", claimIds: [forty, troops] } });

    await client.claims.merge({ from: troops, into: forty });
    const merged = await client.claims.get({ id: forty });
    expect(merged.attributions.map((attribution) => attribution.chain[0]?.name).sort()).toEqual([
      "The front",
      "The mayor",
    ]);
    expect(merged.notes.map((note) => note.body)).toEqual(["The same figure in other words."]);
    expect(merged.assessments).toHaveLength(1);
    expect(merged.assessments[0]?.evidence[0]?.targetId).toBe(forty);
    expect((await client.reports.get({ id: reportId })).claimIds).toEqual([forty]);
    expect((await refusal(client.claims.get({ id: troops }))).code).toBe("NOT_FOUND");

    await client.history.undo();
    expect((await client.claims.get({ id: troops })).attributions).toHaveLength(1);
    expect((await client.claims.get({ id: troops })).assessments).toHaveLength(1);
    expect((await client.claims.get({ id: forty })).attributions).toHaveLength(1);
    expect((await client.reports.get({ id: reportId })).claimIds).toEqual([forty, troops]);
  });

  it("refuses to merge a claim into itself", async () => {
    const { client, forty } = await twoClaims();
    expect((await refusal(client.claims.merge({ from: forty, into: forty }))).code).toBe("NOT_ALLOWED");
  });
});

describe("sources.merge", () => {
  it("lets evidence point at the source that stays", async () => {
    const { client, forty } = await twoClaims();
    const named = async (name: string) => {
      const id = (await client.sources.search({ words: name })).find((source) => source.name === name)?.id;
      if (!id) throw new Error(`There is no source “${name}”.`);
      return id;
    };
    const [mayor, front] = [await named("The mayor"), await named("The front")];
    await client.assessments.record({
      claimId: forty,
      verdict: "unverified",
      evidence: [{ relation: "context", primary: false, target: "source", targetId: mayor, location: "", comment: "" }],
    });
    await client.sources.merge({ from: mayor, into: front });
    const { assessments } = await client.claims.get({ id: forty });
    expect(assessments[0]?.evidence[0]).toMatchObject({ targetId: front, targetName: "The front" });
  });
});
