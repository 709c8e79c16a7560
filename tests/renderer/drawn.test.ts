import { expect, it } from "vitest";
import type { ArticleMarks, MarginCard } from "#domain/contract/articles.ts";
import { withDrawn } from "../../renderer/drawn.ts";

const mark = (id: string, ref: string, start: number) =>
  ({ id, kind: "claim", start, end: start + 5, ref, verdict: "untriaged" }) as const;
const card = (attributionId: string, start: number): MarginCard => ({
  attributionId,
  claimId: "claim",
  statement: "A raid",
  verdict: "untriaged",
  stance: "asserts",
  chain: [],
  start,
});

it("puts what a command drew in the place of what the attribution had, and leaves the others", () => {
  const before: ArticleMarks = {
    articleId: "article",
    marks: [mark("1", "one", 0), mark("2", "other", 10), mark("3", "one", 20)],
    cards: [card("one", 0), card("other", 10)],
  };
  const drawn: ArticleMarks = { articleId: "article", marks: [mark("4", "one", 40)], cards: [card("one", 40)] };
  const after = withDrawn(before, { sequence: 7, claimId: "claim", attributionId: "one", drawn });
  expect(after.marks.map(({ id }) => id)).toEqual(["2", "4"]);
  expect(after.cards.map(({ start }) => start)).toEqual([10, 40]);
  expect(before.marks).toHaveLength(3);
});
