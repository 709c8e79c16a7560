import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import {
  articlesCsv,
  attributionsCsv,
  CSV_COLUMNS,
  claimsCsv,
  sourcesCsv,
  undoFormulaEscape,
} from "#electron/exporting/csv/csv-tables.ts";
import { fixtureCase, whole } from "./fixture.ts";
import { builder, readerOf } from "./memory-case.ts";

const fixture = fixtureCase();

/** A file as a careful program reads it: with the escape of formulas undone. */
function readBack(file: string): Record<string, string>[] {
  return parse(file, { bom: true, columns: true, cast: undoFormulaEscape });
}

describe("CSV tables", () => {
  it("begin with a byte order mark and the documented columns, and end lines with CRLF", () => {
    const tables = { claims: claimsCsv, attributions: attributionsCsv, sources: sourcesCsv, articles: articlesCsv };
    for (const [name, write] of Object.entries(tables)) {
      const file = whole(write(fixture.reader));
      expect(file.startsWith(`\uFEFF${CSV_COLUMNS[name as keyof typeof CSV_COLUMNS].join(",")}\r\n`)).toBe(true);
      expect(file.endsWith("\r\n")).toBe(true);
    }
  });

  it("give back claims with their verdicts in force", () => {
    const rows = readBack(whole(claimsCsv(fixture.reader)));
    for (const claim of fixture.reader.rows("claim")) {
      const row = rows.find(({ id }) => id === claim.id);
      expect(row?.statement).toBe(claim.statement);
      expect(row?.low).toBe(claim.low === null ? "" : String(claim.low));
    }
    const raid = rows.find(({ id }) => id === fixture.claims.raid.id);
    expect(raid).toMatchObject({ verdict: "corroborated", credibility: "2", first_hops: "2", attributions: "2" });
    expect(rows.find(({ id }) => id === fixture.claims.riders.id)).toMatchObject({
      verdict: "untriaged",
      credibility: "",
    });
  });

  it("give back attributions with words and chains", () => {
    const rows = readBack(whole(attributionsCsv(fixture.reader)));
    expect(rows).toHaveLength(fixture.reader.count("attribution"));
    const riders = rows.find((row) => row.claim_id === fixture.claims.riders.id);
    expect(riders?.quote).toBe("men on motorcycles entered … before dawn,\nand that they left again\tby noon");
    expect(riders?.chain).toBe("Residents of Tamba → Northwire");
    expect(riders?.chain_group_sizes).toBe("3 ?");
    const [start, end] = riders?.quote_ranges?.split(" ")[0]?.split("-").map(Number) ?? [];
    expect(fixture.reader.text(riders?.text_sha256 ?? "").slice(start, end)).toBe("men on motorcycles entered");
  });

  it("give back sources and articles", () => {
    const sources = readBack(whole(sourcesCsv(fixture.reader)));
    expect(sources.find(({ name }) => name === "Reed Front")).toMatchObject({
      aliases: "RF <front>; Front of the Reeds",
      grade: "D",
      party: "true",
    });
    expect(sources.find(({ name }) => name === "Mayor of Tamba")?.descriptor).toBe("=1+1 and | pipes\nin two lines");
    const articles = readBack(whole(articlesCsv(fixture.reader)));
    for (const article of Object.values(fixture.articles)) {
      expect(articles.find(({ id }) => id === article.id)).toMatchObject({
        title: article.title,
        byline: article.byline,
        text_sha256: article.textSha256,
      });
    }
  });

  it("let no field begin a formula, and give every field back as it was", () => {
    const statements = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"].flatMap((sign) => [
      `${sign}1+1`,
      `'${sign}1+1`,
      `''${sign}1+1`,
      `${sign}"quoted", and more`,
    ]);
    const make = builder();
    for (const statement of [...statements, "'plain", "a=b"]) make.claim(statement);
    const file = whole(claimsCsv(readerOf(make.held)));
    for (const row of parse(file, { bom: true })) {
      for (const field of row) expect(field).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
    expect(readBack(file).map(({ statement }) => statement)).toEqual([...statements, "'plain", "a=b"]);
  });

  it("leave numbers numbers", () => {
    expect(whole(claimsCsv(fixture.reader))).toContain(",-1.5,12,,");
  });
});
