import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "#domain/text/canonical.ts";
import type { TextStructure } from "#domain/text/structure.ts";
import type { CaseReader } from "#electron/exporting/case-data.ts";
import { htmlReport } from "#electron/exporting/html/html-report.ts";
import { wholeCaseReport } from "#electron/exporting/report/content.ts";
import { fixtureCase, HOSTILE_LINES, OCCASION, whole } from "./fixture.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const fixture = fixtureCase();
let file = "";
let elements: Element[] = [];

beforeAll(() => {
  file = whole(htmlReport(fixture.reader, fixture.report, OCCASION));
  elements = elementsOf(parse(file));
});

function elementsOf(node: Node): Element[] {
  const below = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "tagName" in node ? [node, ...below] : below;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function words(node: Node, without: (element: Element) => boolean = () => false): string {
  if ("value" in node) return node.value;
  if ("tagName" in node && without(node)) return "";
  return "childNodes" in node ? node.childNodes.map((child) => words(child, without)).join("") : "";
}

function byId(id: string): Element {
  const found = elements.find((element) => attribute(element, "id") === id);
  if (!found) throw new Error(`There is no element “${id}”.`);
  return found;
}

function section(id: string): string {
  const found = elements.find((element) => attribute(element, "aria-labelledby") === id);
  if (!found) throw new Error(`There is no section “${id}”.`);
  return words(found);
}

describe("the HTML report", () => {
  it("holds the whole text of every article, character for character", () => {
    for (const article of Object.values(fixture.articles)) {
      const text = elements.find(
        (element) => attribute(element, "class") === "text" && attribute(element, "data-article") === article.id,
      );
      expect(text && words(text, (element) => element.tagName === "sup")).toBe(fixture.reader.text(article.textSha256));
    }
  });

  it("draws lines as what they are, around the same characters", () => {
    const article = Object.values(fixture.articles)[0];
    if (!article) throw new Error("The fixture has no article.");
    const text = fixture.reader.text(article.textSha256);
    const kinds = ["heading", "list-item", "quote"] as const;
    const blocks = blocksOf(text).slice(0, 3);
    const structure: TextStructure = {
      blocks: blocks.map(({ start }, index) => ({ start, kind: kinds[index] ?? "paragraph", level: 1 })),
      pages: [],
    };
    const reader: CaseReader = { ...fixture.reader, structure: () => structure };
    const drawn = elementsOf(parse(whole(htmlReport(reader, fixture.report, OCCASION)))).find(
      (element) => attribute(element, "class") === "text" && attribute(element, "data-article") === article.id,
    );
    if (!drawn) throw new Error("The report does not hold the article.");
    expect(words(drawn, (element) => element.tagName === "sup")).toBe(text);
    const lines = elementsOf(drawn).filter((element) => attribute(element, "class")?.startsWith("line"));
    expect(lines.slice(0, 4).map((line) => [line.tagName, attribute(line, "class")])).toEqual([
      ["h4", "line heading"],
      ["p", "line item"],
      ["p", "line quote"],
      ["p", "line"],
    ]);
  });

  it("holds every passage with its words, its place and the hash of its text", () => {
    const quoted = elements.filter((element) => element.tagName === "q");
    for (const span of fixture.reader.rows("span")) {
      const passage = quoted.find((element) => attribute(element, "data-passage") === span.id);
      const article = fixture.reader.row("article", span.articleId);
      expect(passage && words(passage)).toBe(span.exact);
      expect(passage && attribute(passage, "data-start")).toBe(String(span.start));
      expect(passage && attribute(passage, "data-end")).toBe(String(span.end));
      expect(passage && attribute(passage, "data-article")).toBe(span.articleId);
      expect(passage && attribute(passage, "data-text-sha256")).toBe(article?.textSha256);
    }
  });

  it("draws crossing, nested, discontinuous and long passages on exactly their words", () => {
    const drawn = elements.filter((element) => attribute(element, "data-passages") !== undefined);
    for (const span of fixture.reader.rows("span")) {
      const pieces = drawn.filter((element) =>
        attribute(element, "data-passages")
          ?.split("; ")
          .some((place) => place.startsWith(span.id)),
      );
      expect(pieces.map((piece) => words(piece)).join("")).toBe(span.exact.replaceAll("\n", ""));
    }
    expect(
      drawn.filter((element) => attribute(element, "class")?.includes("crossed")).map((one) => words(one)),
    ).toEqual(["at Tamba", "entered", "before dawn"]);
  });

  it("puts the number of the claim after its words, and says which parts belong together", () => {
    const english = elements.find(
      (element) =>
        attribute(element, "class") === "text" && attribute(element, "data-article") === fixture.articles.english.id,
    );
    const read = english ? words(english) : "";
    expect(read).toContain("at TambaC1 in which it said 40 soldiers were killed 💥C2,");
    expect(read).toContain("enteredC4… the compound before dawnC1,\nand that they left again\tby noon…C4.");
  });

  it("lets no word of an article, a claim or a source become markup", () => {
    expect(elements.some((element) => element.tagName === "script" || element.tagName === "img")).toBe(false);
    expect(elements.flatMap((element) => element.attrs).some(({ name }) => name.startsWith("on"))).toBe(false);
    expect(elements.some((element) => attribute(element, "href")?.startsWith("javascript:"))).toBe(false);
    for (const line of HOSTILE_LINES) expect(section("articles").replace(/…?C5…?/g, "")).toContain(line);
    expect(words(byId("claim-5"))).toBe("C5=cmd|' /C calc'!A0 <script>alert(3)</script>");
  });

  it("fetches nothing and runs nothing", () => {
    const policy = elements.find((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
    expect(policy && attribute(policy, "content")).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(elements.some((element) => attribute(element, "src") || element.tagName === "link")).toBe(false);
    expect(file).not.toMatch(/url\(|@import/);
  });

  it("turns the analyst’s pointers into links and leaves pointers to nothing alone", () => {
    const judgements = section("judgements");
    expect(judgements).toContain("11 May.C12 Corroborated");
    expect(judgements).toContain("[C99], [99]");
    const links = elements.filter((element) => element.tagName === "a").map((link) => attribute(link, "href"));
    expect(links).toContain("#claim-1");
    for (const link of links) if (link?.startsWith("#")) expect(() => byId(link.slice(1))).not.toThrow();
  });

  it("shows verdicts with glyph and word, overridden guards, staleness and denials", () => {
    const claims = section("claims");
    expect(claims).toContain("◐ Corroborated");
    expect(claims).toContain("⊘ Disputed");
    expect(claims).toContain("Given although: Nobody with weight denies it");
    expect(claims).toContain("Stale: Reed Front went from E to D.");
    expect(claims).toContain("Denied in 1 place.");
    expect(section("claim-2")).toMatch(/Denied by, counted apart[\s\S]*L’armée dément toute perte/);
    expect(section("claim-1")).toContain("Supports (primary evidence, examined): Armed group says");
  });

  it("never shows a captured claim as assessed", () => {
    for (const number of [4, 5, 6]) {
      const text = section(`claim-${number}`);
      expect(text).toContain("Captured, not assessed");
      expect(text).not.toMatch(/credibility|Unverified|History of the verdict/);
    }
    const tables = elements.filter((element) => element.tagName === "table").map((table) => words(table));
    expect(tables.find((table) => table.includes("Verdict"))).not.toContain("Men on motorcycles");
  });

  it("counts its sourcing", () => {
    const note = elements.find((element) => attribute(element, "role") === "note");
    expect(note && words(note)).toContain("8 sources, 1 of them unnamed, 5 ungraded and 2 a party to the events.");
    expect(note && words(note)).toContain("6 claims, 3 of them assessed. 4 claims rest on a single first hop.");
    expect(note && words(note)).toContain("Nobody stands behind 1 claim");
  });

  it("gives sources with the grade in force, the grade of then and all their names", () => {
    const sources = section("sources");
    expect(sources).toMatch(/Reed Frontalso RF <front>, Front of the Reeds/);
    expect(sources).toMatch(/D not usually reliableE when C1, C2 were assessed/);
  });

  it("gives references, hashes and the journal of the claims in scope", () => {
    expect(section("references")).toContain("Northwire, 14 May 2031, 05:30 UTC.");
    for (const article of Object.values(fixture.articles)) {
      expect(section("references")).toContain(article.textSha256);
      expect(section("hashes")).toContain(article.originalSha256);
    }
    expect(section("hashes")).toContain(fixture.reader.head().hash);
    expect(section("journal")).toContain("Took back entry 4: Assessed <raid>");
    expect(section("journal")).not.toContain("Added sources");
  });

  it("names the language of foreign words and lets their direction be found", () => {
    const arabic = elements.filter((element) => attribute(element, "lang") === "ar");
    expect(arabic.some((element) => words(element).includes("قتلت 40 جندياً"))).toBe(true);
    const lines = elements.filter((element) => attribute(element, "class") === "line");
    expect(lines.every((line) => attribute(line, "dir") === "auto")).toBe(true);
    const numbers = elements.filter((element) => element.tagName === "sup");
    expect(numbers.every((number) => attribute(number, "dir") === "ltr")).toBe(true);
  });

  it("has its headings in order and a scope for every head of a table", () => {
    const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const heads = elements.filter((element) => element.tagName === "th");
    expect(heads.every((head) => attribute(head, "scope") !== undefined)).toBe(true);
  });

  it("keeps to the claims and sections that were chosen", () => {
    const { dozen } = fixture.claims;
    const small = whole(
      htmlReport(
        fixture.reader,
        { ...fixture.report, judgements: "", claimIds: [dozen.id], sections: ["claims", "references"] },
        OCCASION,
      ),
    );
    expect(small).toContain("About a dozen were killed");
    expect(small).not.toContain("40 soldiers were killed</a>");
    expect(small).not.toContain('id="articles"');
    expect(small).not.toContain("Raid à Tamba");
    expect(small).toContain("1 article · 1 claim · 2 sources");
  });

  it("speaks of the whole case where no report was written", () => {
    const plain = whole(htmlReport(fixture.reader, wholeCaseReport(fixture.reader), OCCASION));
    expect(plain).toContain('<h1 dir="auto">Lake week &lt;21&gt;</h1>');
    expect(plain).toContain("4 articles · 6 claims · 8 sources");
    expect(plain).not.toContain('id="judgements"');
  });
});
