import { expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { areAlike, sortedShingles } from "#domain/likeness/likeness.ts";
import { exchanged, proseOf, randomFrom } from "../../domain/likeness/corpus.ts";
import { temporaryWorkbench } from "../../support/workbench.ts";

/** Texts of which some are rewritten and some stand within longer ones. */
function corpusOf(random: () => number): string[] {
  const texts: string[] = [];
  for (let story = 0; story < 10; story++) {
    const text = proseOf(80 + Math.floor(200 * random()), random);
    texts.push(text);
    if (random() < 0.5) texts.push(exchanged(text, 0.1 * random(), random));
    if (random() < 0.4) texts.push(`${proseOf(300, random)}\n${text}\n${proseOf(300, random)}`);
  }
  return texts;
}

/** The pairs that wait for a decision, by the titles of their articles, with how alike they are. */
async function proposalsOf(client: Workbench): Promise<string[]> {
  const { rows } = await client.copies.list({ limit: 1_000 });
  return rows.map(({ one, other, jaccard }) => `${[one.title, other.title].sort()} ${jaccard}`).sort();
}

async function bring(client: Workbench, texts: readonly string[], number: number): Promise<void> {
  await client.articles.importText({ text: texts[number] ?? "", fields: { title: `Text ${number}` } });
}

test.for([1, 2, 3, 4])(
  "what is proposed after imports, searches, undo and redo is what a fresh search finds (corpus %i)",
  {
    timeout: 120_000,
  },
  async (seed) => {
    const random = randomFrom(seed);
    const texts = corpusOf(random);
    const { client } = temporaryWorkbench();
    await client.cases.create({ name: "In any order" });
    for (let number = 0; number < texts.length; number++) {
      await bring(client, texts, number);
      if (random() < 0.2) await finish(await client.copies.find());
      // As often undone as not done again: the articles that are left are some of all.
      const undone = Math.min(Math.floor(3 * random()), number);
      for (let step = 0; step < undone; step++) await client.history.undo();
      for (let step = 0; step < undone && random() < 0.7; step++) await client.history.redo();
    }
    await finish(await client.copies.find());
    const { rows } = await client.articles.list({ limit: 1_000, order: "collected" });
    const left = rows.map(({ title }) => Number(title.split(" ")[1]));

    const found = await proposalsOf(client);
    const { client: fresh } = temporaryWorkbench();
    await fresh.cases.create({ name: "Fresh" });
    for (const number of left) await bring(fresh, texts, number);
    await finish(await fresh.copies.find());
    expect(found).toEqual(await proposalsOf(fresh));

    const shingles = new Map(left.map((number) => [number, sortedShingles(texts[number] ?? "")]));
    const known = [...shingles].flatMap(([one, left]) =>
      [...shingles].filter(([other, right]) => one < other && areAlike(left, right)).map(([other]) => [one, other]),
    );
    expect(found).toHaveLength(known.length);
    expect(known.length).toBeGreaterThan(0);
    expect(await finish(await client.cases.check())).toMatchObject({ findings: [] });
  },
);
