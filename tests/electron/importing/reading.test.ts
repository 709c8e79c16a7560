import { describe, expect, test } from "vitest";
import { readIncoming } from "#electron/importing/reading.ts";
import { damagedVariants } from "../../support/formats.ts";
import { inMemory } from "../../support/parts.ts";
import { specimens } from "../../support/specimens.ts";
import { zipOf } from "../../support/zip.ts";

/** Articles by their texts, and what could not be read by its sentence. */
async function read(
  name: string,
  bytes: Uint8Array,
): Promise<{ texts: string[]; sentences: string[]; defects: string[] }> {
  const texts: string[] = [];
  const sentences: string[] = [];
  const defects: string[] = [];
  for await (const part of readIncoming(inMemory(name, bytes), { mapping: null })) {
    if (part.kind === "article") texts.push(part.article.text);
    // Which columns of a table were left out is told beside what was read of it.
    else if (part.kind === "unread") {
      sentences.push(part.unread.sentence);
      if (part.unread.defect !== null) defects.push(part.unread.defect);
    }
  }
  return { texts, sentences, defects };
}

describe.each(specimens())("$name", ({ name, bytes, words }) => {
  test("is told by its content and read into an article", async () => {
    // The name says nothing, but for Markdown, which is text like any other.
    const { texts, sentences } = await read(name.endsWith(".md") ? name : "a file", bytes);
    expect(sentences).toEqual([]);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(words);
  });

  test("comes out of an archive in an archive as well", async () => {
    const { texts } = await read("outer.zip", zipOf({ "inner.zip": zipOf({ [name]: bytes }) }));
    expect(texts[0]).toContain(words);
  });

  test("is read or refused by a sentence that names it, however damaged", async () => {
    for (const damaged of damagedVariants(bytes, 110)) {
      const { texts, sentences, defects } = await read(name, damaged);
      expect(texts.length + sentences.length).toBeGreaterThan(0);
      for (const sentence of sentences) expect(sentence).toMatch(/“.+” .+\.$/s);
      expect(defects).toEqual([]);
    }
  }, 60_000);
});

test("an empty file is said to be empty", async () => {
  expect(await read("empty.html", new Uint8Array())).toMatchObject({
    sentences: ["“empty.html” is empty: there is nothing in it."],
  });
});

test("archives in archives are followed so deep and no deeper", async () => {
  let nested = zipOf({ "plain.txt": "Words that lie very deep." });
  for (let depth = 0; depth < 40; depth++) nested = zipOf({ "deeper.zip": nested });
  const { texts, sentences } = await read("deep.zip", nested);
  expect(texts).toEqual([]);
  expect(sentences).toEqual([expect.stringContaining("lies in too many files within files")]);
});

test("one bad file in an archive never stops the rest", async () => {
  const { texts, sentences } = await read(
    "several.zip",
    zipOf({
      "a.txt": "The first article.",
      "b.pdf": "%PDF-1.7 that is none",
      "c.txt": "",
      "d.txt": "The last article.",
    }),
  );
  expect(texts).toEqual(["The first article.", "The last article."]);
  expect(sentences).toHaveLength(2);
});
