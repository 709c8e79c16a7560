import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findInMarkdown } from "#electron/exporting/check/find-in-markdown.ts";
import { escapeMarkdown, unescapeMarkdown } from "#electron/exporting/markdown/escape.ts";
import { markdownReport } from "#electron/exporting/markdown/markdown-report.ts";
import { fixtureCase, HOSTILE_LINES, OCCASION, whole } from "./fixture.ts";

const fixture = fixtureCase();
const file = whole(markdownReport(fixture.reader, fixture.report, OCCASION));

describe("the Markdown report", () => {
  it("holds the whole text of every article and gives it back exactly", () => {
    const { texts } = findInMarkdown(file);
    for (const article of Object.values(fixture.articles)) {
      const found = texts.find(({ articleId }) => articleId === article.id);
      expect(found?.text).toBe(fixture.reader.text(article.textSha256));
    }
  });

  it("lists every passage with its place, hash and words", () => {
    const { passages } = findInMarkdown(file);
    for (const span of fixture.reader.rows("span")) {
      expect(passages).toContainEqual({
        spanId: span.id,
        articleId: span.articleId,
        start: span.start,
        end: span.end,
        textSha256: fixture.reader.row("article", span.articleId)?.textSha256,
        quote: span.exact,
      });
    }
  });

  it("sets the words of claims bold and points at the claims", () => {
    expect(file).toContain(
      "<b>a raid on the army post </b><b>at Tamba</b><sup>[C1](#claim-1)</sup><b> in which it said 40 soldiers were killed 💥</b><sup>[C2](#claim-2)</sup>",
    );
    expect(file).toContain('<a id="claim-2"></a>C2 40 soldiers were killed');
  });

  it("holds no tag but its own", () => {
    const tags = file.match(/(?<!\\)<(?:[a-z/!][^>]*)>/gi) ?? [];
    const ours =
      /^<(\/?(b|sup)|br|a id="(claim|reference)-\d+"|\/a|!-- text [0-9a-f-]+ [0-9a-f]{64} --|!-- end of text --)>$/;
    expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
  });

  it("gives every row of every table as many cells as its head", () => {
    const rows = file.split("\n").filter((line) => line.startsWith("| "));
    let cells = 0;
    let previous = -1;
    const lines = file.split("\n");
    for (const row of rows) {
      const place = lines.indexOf(row, previous + 1);
      const count = row.split(/(?<!\\)\|/).length;
      if (place !== previous + 1) cells = count;
      expect(count).toBe(cells);
      previous = place;
    }
  });

  it("says which claims are captured only, which guards were overridden and what is stale", () => {
    expect(file).toMatch(/### Captured, not yet assessed[\s\S]*- \[C4\]\(#claim-4\) Men on motorcycles/);
    expect(file).toContain("△ Given although: Nobody with weight denies it");
    expect(file).toContain("△ Stale: Reed Front went from E to D.");
  });
});

describe("escaping Markdown", () => {
  it("leaves nothing of hostile lines that means something", () => {
    expect(escapeMarkdown("- a | b")).toBe("\\- a \\| b");
    expect(escapeMarkdown("1. one")).toBe("1\\. one");
    expect(escapeMarkdown("    code")).toBe("&#32;&#32;&#32;&#32;code");
    expect(escapeMarkdown("https://a.example www.b.example")).toBe("https\\://a.example www\\.b.example");
    expect(escapeMarkdown("two\nlines")).toBe("two<br>lines");
    for (const line of HOSTILE_LINES) expect(unescapeMarkdown(escapeMarkdown(line))).toBe(line);
  });

  it("can always be undone", () => {
    const characters = fc.constantFrom(
      ..." \t\n\\`*_{}[]()#+-.!|<>~&@$^=:/;19aé😀ش\"'".split(""),
      "<br>",
      "&#32;",
      "www.",
    );
    fc.assert(
      fc.property(
        fc.array(characters).map((parts) => parts.join("")),
        (text) => {
          expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
        },
      ),
    );
  });
});
