import { beforeEach, describe, expect, it } from "vitest";
import type { ReportCheck } from "#domain/contract/cases.ts";
import { checkReport } from "#electron/exporting/check/check-report.ts";
import { RENDERERS } from "#electron/exporting/render.ts";
import { fixtureCase, OCCASION, whole } from "./fixture.ts";

const FORMATS = ["html", "markdown", "json"] as const;

let fixture = fixtureCase();
beforeEach(() => {
  fixture = fixtureCase();
});

function made(format: (typeof FORMATS)[number], sections = fixture.report.sections): string {
  return whole(RENDERERS[format](fixture.reader, { ...fixture.report, sections }, OCCASION));
}

function checked(file: string, name: string, reader: Parameters<typeof checkReport>[2]): ReportCheck {
  const check = checkReport(file, name, reader);
  for (;;) {
    const step = check.next();
    if (step.done) return step.value;
  }
}

function findings(file: string): string[] {
  return checked(file, "report.html", fixture.reader).findings;
}

function replaced(file: string, words: string | RegExp, by: string): string {
  const changed = file.replace(words, by);
  if (changed === file) throw new Error(`“${words}” is not in the file.`);
  return changed;
}

describe("holding a report against its case", () => {
  it("finds every passage and nothing wrong in what was just made", () => {
    for (const format of FORMATS) {
      expect(checked(made(format), "report", fixture.reader)).toEqual({
        clean: true,
        findings: [],
        checked: { articles: 4, passages: fixture.reader.count("span") },
      });
    }
  });

  it("can do so with either section that quotes", () => {
    for (const format of ["html", "markdown"] as const) {
      for (const section of ["claims", "articles"] as const) {
        expect(checked(made(format, [section]), "report", fixture.reader)).toMatchObject({
          clean: true,
          checked: { passages: fixture.reader.count("span") },
        });
      }
    }
  });

  it("reads files that were saved with a byte order mark or with CRLF", () => {
    expect(findings(`\uFEFF${made("html")}`)).toEqual([]);
    expect(findings(made("markdown").replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it("finds a changed word of a text and names the place", () => {
    const sentence =
      /“Armed group says.*”: the text in the report differs from the case at character \d+: .*owmers.*owners/;
    expect(findings(replaced(made("html"), "owners fled", "owmers fled"))).toContainEqual(
      expect.stringMatching(sentence),
    );
    expect(findings(replaced(made("markdown"), "owners fled", "owmers fled"))).toContainEqual(
      expect.stringMatching(sentence),
    );
    expect(findings(replaced(made("json"), "owners fled", "owmers fled"))).toContainEqual(
      expect.stringMatching(/Texts, number 1 is not what its hash says/),
    );
  });

  it("finds words that are slipped in among the numbers of claims", () => {
    expect(findings(replaced(made("html"), "owners fled", "owners fled<sup>, all of them,</sup>"))).toHaveLength(1);
    expect(findings(replaced(made("markdown"), "owners fled", "owners fled<sup>, all of them,</sup>"))).toHaveLength(1);
  });

  it("finds a changed quote", () => {
    expect(
      findings(replaced(made("html", ["claims"]), ">“about a dozen” dead</q>", ">“about two dozen” dead</q>")),
    ).toEqual([
      expect.stringMatching(
        /The passage ““about two dozen” dead” .* has other words than the case: at \d+–\d+ “Armed group/,
      ),
    ]);
    expect(findings(replaced(made("json"), '"exact":"“about a dozen” dead"', '"exact":"“about ten” dead"'))).toEqual([
      expect.stringContaining("has other words than the case"),
    ]);
    const markdown = made("markdown", ["claims"]);
    const row = markdown.split("\n").find((line) => line.endsWith("| “about a dozen” dead |")) ?? "";
    expect(findings(replaced(markdown, row, row.replace("a dozen", "ten")))).toEqual([
      expect.stringContaining("has other words than the case"),
    ]);
  });

  it("finds a moved passage, on paper and in the drawing", () => {
    const span = fixture.held.tables.span.find(({ exact }) => exact === "“about a dozen” dead");
    const place = `data-start="${span?.start}"`;
    expect(findings(replaced(made("html", ["claims"]), place, 'data-start="0"'))).toEqual([
      expect.stringContaining("has other words than the case"),
    ]);
    expect(findings(replaced(made("html", ["claims"]), place, 'data-start="99999"'))).toEqual([
      expect.stringContaining("lies outside"),
    ]);
    expect(findings(replaced(made("html", ["claims"]), place, 'data-start="early"'))).toEqual([
      expect.stringContaining("lies outside"),
    ]);
    const drawn = replaced(made("html"), /“about a dozen” dead<\/mark>/, "“about a dozen”</mark> dead");
    expect(findings(drawn)).toEqual([expect.stringMatching(/is drawn on other words than those of \d+–\d+/)]);
    const bold = replaced(made("markdown"), "<b>“about a dozen” dead</b>", "<b>“about a dozen”</b> dead");
    expect(findings(bold)).toEqual([expect.stringContaining("set bold")]);
  });

  it("finds a changed hash, wherever it is printed", () => {
    const { english } = fixture.articles;
    const other = english.textSha256.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    for (const format of ["html", "markdown"] as const) {
      expect(findings(made(format).replaceAll(english.textSha256, other))).toContainEqual(
        expect.stringContaining("gives another hash of the text"),
      );
      expect(
        findings(
          replaced(
            made(format, ["claims", "references"]),
            new RegExp(`(SHA-256 \`?)${english.textSha256}`),
            `$1${other}`,
          ),
        ),
      ).toEqual([`The report prints the hash ${other}, which is that of no text, original or entry of the case.`]);
    }
  });

  it("finds that a report is of another case", () => {
    const file = made("html");
    fixture.held.tables.article.splice(0);
    expect(findings(file)).toContainEqual(expect.stringContaining("that is not in the case"));
  });

  it("finds that a passage was moved in the case since", () => {
    const file = made("html", ["claims"]);
    const [span] = fixture.held.tables.span;
    if (span) span.start += 2;
    expect(findings(file)).toEqual([expect.stringContaining("elsewhere in the case now")]);
  });

  it("does not call clean what has no passages", () => {
    for (const file of ["", "Hello.", "<p>Hello.</p>", made("html", ["sources"]), made("markdown", ["sources"])]) {
      const check = checked(file, "letter.txt", fixture.reader);
      expect(check.clean).toBe(false);
      expect(check.findings).toEqual([expect.stringContaining("“letter.txt” has no passage that can be checked")]);
    }
    expect(findings('{"a":1}')).toEqual([expect.stringContaining("is no case that Sourceline exported")]);
  });
});
