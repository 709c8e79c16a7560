import { describe, expect, test } from "vitest";
import { canonicalText } from "#domain/text/canonical.ts";
import { ARTICLES, type ArticleKey } from "#seeds/articles.ts";
import { LATE_ATTRIBUTION } from "#seeds/assessments.ts";
import type { DemonstrationAttribution, DemonstrationClaim } from "#seeds/claims/claim.ts";
import { CLAIMS } from "#seeds/claims.ts";
import { NOTES } from "#seeds/notes.ts";
import { locate, type Passage } from "#seeds/passages.ts";

const claims: DemonstrationClaim[] = Object.values(CLAIMS);
const attributions: DemonstrationAttribution[] = [
  ...claims.flatMap((claim) => claim.attributions),
  LATE_ATTRIBUTION.attribution,
];

/** Every passage that the data names, with its article. */
const passages: [ArticleKey, Passage][] = [
  ...attributions.flatMap(({ article, content, cue = [], chain }) =>
    [...content, ...cue, ...chain.flatMap((hop) => hop.named ?? [])].map((passage): [ArticleKey, Passage] => [
      article,
      passage,
    ]),
  ),
  ...NOTES.flatMap((note) =>
    "article" in note ? (note.words ?? []).map((passage): [ArticleKey, Passage] => [note.article, passage]) : [],
  ),
];

describe("a passage that is named by its words", () => {
  test("is found where they stand once", () => {
    expect(locate("one two three", "two")).toEqual({ start: 4, end: 7 });
  });

  test("is refused where they are missing", () => {
    expect(() => locate("one two three", "four")).toThrow("does not hold the words “four”");
    expect(() => locate("one two three", "")).toThrow("must have words");
  });

  test("is refused where they stand twice and nothing says which is meant", () => {
    expect(() => locate("one two one", "one")).toThrow("2 times; say which");
    expect(locate("one two one", { words: "one", occurrence: 2 })).toEqual({ start: 8, end: 11 });
    expect(() => locate("one two one", { words: "one", occurrence: 3 })).toThrow("no such occurrence");
    expect(() => locate("one two one", { words: "one", occurrence: 0 })).toThrow("no such occurrence");
  });
});

describe("the data of the demonstration", () => {
  test("names passages that stand in the texts", () => {
    expect(passages.length).toBeGreaterThan(120);
    const misplaced = passages.flatMap(([key, passage]) => {
      try {
        locate(canonicalText(ARTICLES[key].text), passage);
        return [];
      } catch (error) {
        return [`${key}: ${error instanceof Error ? error.message : error}`];
      }
    });
    expect(misplaced).toEqual([]);
  });

  test("keeps the texts short, composed and within the imagined region", () => {
    for (const { text, url } of Object.values(ARTICLES)) {
      expect(new URL(url).hostname).toMatch(/\.example$/);
      expect(text).toBe(text.normalize("NFC"));
      const words = text.trim().split(/\s+/).length;
      expect(words).toBeGreaterThan(100);
      expect(words).toBeLessThan(350);
    }
  });

  test("sets French as French is set", () => {
    const { text } = ARTICLES["courrier-maire"];
    expect(text).not.toMatch(/«[^\u00A0]|[^\u00A0]»|[^\u00A0]:|[^\u202F];|'/);
    expect(text).toMatch(/«\u00A0J’ai compté/);
  });
});
