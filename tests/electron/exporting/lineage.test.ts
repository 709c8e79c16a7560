import { describe, expect, it } from "vitest";
import { claimsCsv } from "#electron/exporting/csv/csv-tables.ts";
import { htmlReport } from "#electron/exporting/html/html-report.ts";
import { markdownReport } from "#electron/exporting/markdown/markdown-report.ts";
import { gatherReport, wholeCaseReport } from "#electron/exporting/report/content.ts";
import { whole } from "./fixture.ts";
import { AT, builder, readerOf } from "./memory-case.ts";

/** A claim that a wire story and a paper assert in their own voices; the paper printed the wire, if `relation` says so. */
function printedTwice(relation: "wire copy" | "unrelated", comment = "") {
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
    comment,
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

  it("says in the references what an article was made from, who decided it, and why; nothing of those unrelated", () => {
    const reader = printedTwice("wire copy", "Same <b>words</b> throughout");
    const report = wholeCaseReport(reader);
    const { references } = gatherReport(reader, report, occasion);
    const [wire, paper] = ["Northwire", "Daily Harbour"].map((name) =>
      references.find(({ outlet }) => outlet === name),
    );
    expect([wire?.madeFrom.length, paper?.madeFrom.length]).toEqual([0, 1]);
    expect(whole(htmlReport(reader, report, occasion))).toContain(
      `Wire copy of <a href="#reference-${wire?.number}">${wire?.number}</a><bdi>, decided by A on 15 May 2031: Same &lt;b&gt;words&lt;/b&gt; throughout</bdi>`,
    );
    expect(whole(markdownReport(reader, report, occasion))).toContain(
      `  - Wire copy of [${wire?.number}](#reference-${wire?.number}), decided by A on 15 May 2031: Same \\<b\\>words`,
    );
    const apart = printedTwice("unrelated");
    expect(whole(htmlReport(apart, wholeCaseReport(apart), occasion))).not.toContain("decided by");
  });

  it("names what an article was made from by its title where the report does not refer to it", () => {
    const reader = printedTwice("wire copy");
    const [claim] = reader.rows("claim");
    const inPaper = (article: string) => reader.row("article", article)?.title === "Daily Harbour";
    // The same case where only the paper carries the claim.
    const narrowed: typeof reader = {
      ...reader,
      where: (table, column, id) =>
        reader
          .where(table, column, id)
          .filter((row) => column !== "claimId" || inPaper((row as { articleId: string }).articleId)),
    };
    const report = { ...wholeCaseReport(reader), claimIds: [claim?.id ?? ""] };
    expect(gatherReport(narrowed, report, occasion).references).toMatchObject([
      { outlet: "Daily Harbour", madeFrom: [{ number: null, title: "Northwire" }] },
    ]);
    expect(whole(htmlReport(narrowed, report, occasion))).toContain("Wire copy of “<bdi>Northwire</bdi>”");
  });
});
