import { describe, expect, test } from "vitest";
import { ARTICLE_ORDERS } from "#domain/contract/articles.ts";
import { DIRECTIONS, type Direction, type Page } from "#domain/contract/base.ts";
import { CLAIM_ORDERS } from "#domain/contract/claims.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { SOURCE_ORDERS } from "#domain/contract/sources.ts";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** A case in which every order has rows that are alike, so that only their ids tell them apart. */
async function caseWithTies(): Promise<Workbench> {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Pages" });
  for (const [number, outlet] of ["Northwire", "Northwire", "Harbour Post", "", "Northwire", ""].entries()) {
    const text = `Ferry stopped\n\nThe mayor said in bulletin ${number} that the ferry had stopped.`;
    const published = number % 2 === 0 ? "2025-05-16" : null;
    const { articleId } = await client.articles.importText({
      text,
      fields: { title: "Ferry stopped", outlet, published },
    });
    if (!articleId) throw new Error("The article was not imported.");
    const chain = [{ source: { name: number % 3 === 0 ? "The mayor" : "A clerk" } }];
    await client.claims.create({
      fields: { statement: number % 2 === 0 ? "The ferry stopped" : "The ferry had stopped" },
      attribution: { articleId, content: [rangeOf(text, "the ferry had stopped")], chain },
    });
  }
  return client;
}

type List = (place: {
  direction: Direction;
  after?: string | null;
  at?: number;
  limit: number;
}) => Promise<Page<{ id: string }>>;

/** The rows of all pages of two, one page after the other. */
async function walked(list: List, direction: Direction): Promise<{ id: string }[]> {
  const rows: { id: string }[] = [];
  let after: string | null = null;
  do {
    const page: Page<{ id: string }> = await list({ direction, after, limit: 2 });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

describe("lists that are read page by page", () => {
  test("pages put together are the whole list, in every order, by key and by position, and backwards it is reversed", async () => {
    const client = await caseWithTies();
    const lists: List[] = [
      ...ARTICLE_ORDERS.map(
        (order): List =>
          (place) =>
            client.articles.list({ order, query: "ferry", ...place }),
      ),
      ...CLAIM_ORDERS.map(
        (order): List =>
          (place) =>
            client.claims.list({ order, verdicts: ["untriaged"], ...place }),
      ),
      ...SOURCE_ORDERS.map(
        (order): List =>
          (place) =>
            client.sources.list({ order, ...place }),
      ),
    ];
    for (const list of lists) {
      const whole = await list({ direction: "ascending", after: null, limit: 100 });
      expect(whole.next).toBeNull();
      expect(whole.rows).toHaveLength(whole.total);
      expect(whole.total).toBeGreaterThan(3);
      for (const direction of DIRECTIONS) {
        const expected = direction === "ascending" ? whole.rows : whole.rows.toReversed();
        expect(await walked(list, direction)).toEqual(expected);
        for (const at of expected.keys()) {
          const page = await list({ direction, at, limit: 2 });
          expect(page).toMatchObject({ rows: expected.slice(at, at + 2), total: whole.total });
        }
        expect(await list({ direction, at: whole.total, limit: 2 })).toMatchObject({ rows: [], next: null });
      }
    }
  });

  test("rows stand in the order of what they were asked to be sorted by", async () => {
    const client = await caseWithTies();
    const { rows: sources } = await client.sources.list({ order: "articles", direction: "descending" });
    expect(sources.map(({ name, articles }) => [name, articles])).toEqual([
      ["A clerk", 4],
      ["Northwire", 3],
      ["The mayor", 2],
      ["Harbour Post", 1],
    ]);
    const { rows: articles } = await client.articles.list({ order: "outlet" });
    expect(articles.map(({ outlet }) => outlet)).toEqual([
      null,
      null,
      "Harbour Post",
      "Northwire",
      "Northwire",
      "Northwire",
    ]);
  });

  test("a place in the list that nobody gave is refused", async () => {
    const client = await caseWithTies();
    expect((await refusal(client.articles.list({ after: "anywhere" }))).code).toBe("NOT_ALLOWED");
  });
});
