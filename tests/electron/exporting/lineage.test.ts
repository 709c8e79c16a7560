import { describe, expect, it } from "vitest";
import { claimsCsv } from "#electron/exporting/csv/csv-tables.ts";
import { gatherReport, wholeCaseReport } from "#electron/exporting/report/content.ts";
import { whole } from "./fixture.ts";
import { AT, builder, readerOf } from "./memory-case.ts";

/** A claim that a wire story and a paper assert in their own voices; the paper printed the wire, if `relation` says so. */
function printedTwice(relation: "wire copy" | "unrelated") {
  const made = builder();
  made.put("case_information", { id: made.id(), name: "Printed twice", description: "", createdAt: AT });
  const claim = made.claim("Forty soldiers were killed");
  const [wire, paper] = ["Northwire", "Daily Harbour"].map((name) => {
    const outlet = made.source(name, { kind: "outlet" });
    const article = made.article(`Forty soldiers were killed. ${name}.`, { title: name, outletId: outlet.id });
    made.attribution(claim, article, { words: ["Forty soldiers were killed"], chain: [{ source: outlet }] });
    return article;
  });
  if (!wire || !paper) throw new Error("Two articles were made.");
  made.assess(claim, {});
  const link = {
    id: made.id(),
    articleId: paper.id,
    fromId: wire.id,
    relation,
    comment: "",
    author: "A",
    decidedAt: AT,
  };
  made.put("article_link", link);
  return readerOf(made.held);
}

const occasion = { author: "A. Analyst", at: AT, version: "0.0.0" };

describe("what is exported of a claim that was printed twice", () => {
  it.each([
    ["wire copy", ["Northwire"]],
    ["unrelated", ["Northwire", "Daily Harbour"]],
  ] as const)("counts its beginnings by the link: %s", (relation, names) => {
    const reader = printedTwice(relation);
    const [reported] = gatherReport(reader, wholeCaseReport(reader), occasion).claims;
    expect(reported?.firstHops.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(reported?.stale).toEqual(relation === "unrelated" ? [] : ["1 link between articles was confirmed since."]);
    const [columns = "", row = ""] = whole(claimsCsv(reader)).split("\r\n");
    expect(row.split(",")[columns.split(",").indexOf("first_hops")]).toBe(String(names.length));
  });
});
