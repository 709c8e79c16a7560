import { expect, test } from "vitest";
import { ARTICLE_ORDERS } from "#domain/contract/articles.ts";
import { DIRECTIONS, type Page } from "#domain/contract/base.ts";
import { CLAIM_ORDERS } from "#domain/contract/claims.ts";
import { SOURCE_ORDERS } from "#domain/contract/sources.ts";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

const ROWS = 250;

/** Turns all pages of a list and gives the ids in the order in which they came. */
async function allIds(page: (after: string | null) => Promise<Page<{ id: string }>>): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { rows, next, total } = await page(after);
    expect(total).toBe(ROWS);
    ids.push(...rows.map((row) => row.id));
    if (next === null) return ids;
    after = next;
  }
}

test("pages give each row once, in every order and both ways", { timeout: 120_000 }, async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Lists" });
  for (let number = 0; number < ROWS; number++) {
    // Many rows are alike in what they are ordered by, so that only the id tells them apart.
    const outlet = `Outlet ${number}`;
    const published = number % 3 === 0 ? null : `2025-05-${10 + (number % 5)}`;
    const fields = { title: `Title ${number % 20}`, outlet, published };
    const { articleId } = await client.articles.importText({ text: `Text ${number}. It was said.`, fields });
    const { claimId } = await client.claims.create({
      fields: { statement: `Claim ${number % 20}` },
      attribution: { articleId: articleId ?? "", content: [{ start: 0, end: 4 }] },
    });
    if (number % 4 === 0) await client.assessments.record({ claimId, verdict: "unverified" });
  }
  for (const direction of DIRECTIONS) {
    const lists = [
      ...ARTICLE_ORDERS.map(
        (order) => (after: string | null) => client.articles.list({ order, direction, after, limit: 37 }),
      ),
      ...CLAIM_ORDERS.map(
        (order) => (after: string | null) => client.claims.list({ order, direction, after, limit: 37 }),
      ),
      ...SOURCE_ORDERS.map(
        (order) => (after: string | null) => client.sources.list({ order, direction, after, limit: 37 }),
      ),
    ];
    for (const list of lists) {
      const ids = await allIds(list);
      expect(ids).toHaveLength(ROWS);
      expect(new Set(ids).size).toBe(ROWS);
    }
  }
  const titles = (await client.articles.list({ order: "title", direction: "descending", limit: 1_000 })).rows;
  expect(titles.map((row) => row.title)).toEqual(
    titles
      .map((row) => row.title)
      .sort()
      .reverse(),
  );
});

test("a place in a list that is not known is refused by its field", async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Lists" });
  for (const after of ["nonsense", "[1]", '{"a":1}']) {
    expect(await refusal(client.claims.list({ after }))).toMatchObject({
      code: "NOT_ALLOWED",
      data: { field: "after" },
    });
  }
});
