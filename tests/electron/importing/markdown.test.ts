import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import { markdownFormat } from "#electron/importing/markdown.ts";
import { damaged, inMemory, outcomesOf, partsOf } from "../../support/parts.ts";

const REPORT = `---
title: "Clashes at Tamba: what is known"
author: [A. Keita, 'B. Sow']
date: 2025-05-16T14:20:00+02:00 # filed
publication: Northwire
url: https://northwire.example/1
lang: en
tags:
  - war
  - ports
---

**Forty** soldiers were
killed, the [front](https://front.example "x") \\*said\\*.

## The bridge

> It was *ours*.
>
> > It is gone.

1. First, the camp
2. then the bridge
   - its north end

| Place | Killed |
|:------|-------:|
| **Tamba** | 40 |
| Kori \\| Sud | 2 |

![The bridge, seen from Kori](bridge.jpg)

<div><p>In <b>HTML</b> too.</p><script>alert(1)</script></div>

    indented code
    on two lines

Line one  
line two &amp; <br> three
`;

async function blocksOf(markdown: string): Promise<string[]> {
  const [part] = await partsOf(markdownFormat, inMemory("a.md", markdown));
  if (part?.kind !== "document") throw new Error("There is no article.");
  return part.document.blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`);
}

describe("a text in Markdown", () => {
  it("is read in blocks, without its marks", async () => {
    expect(await blocksOf(REPORT)).toEqual([
      "heading 1 Clashes at Tamba: what is known",
      "paragraph 1 Forty soldiers were killed, the front *said*.",
      "heading 2 The bridge",
      "quote 1 It was ours.",
      "quote 2 It is gone.",
      "list-item 1 1. First, the camp",
      "list-item 1 2. then the bridge",
      "list-item 2 its north end",
      "table-row 1 Place\tKilled",
      "table-row 1 Tamba\t40",
      "table-row 1 Kori | Sud\t2",
      "caption 1 The bridge, seen from Kori",
      "paragraph 1 In HTML too.",
      "paragraph 1 indented code\non two lines",
      "paragraph 1 Line one\nline two & \n three",
    ]);
  });

  it("states what its front matter does", async () => {
    expect(await outcomesOf(markdownFormat, inMemory("a.md", REPORT))).toMatchObject([
      {
        name: "a.md",
        original: REPORT,
        stated: {
          title: "Clashes at Tamba: what is known",
          byline: "A. Keita, B. Sow",
          published: "2025-05-16T12:20",
          outlet: "Northwire",
          url: "https://northwire.example/1",
          language: "en",
        },
      },
    ]);
    const french = "\uFEFF---\r\ntitre: L’été\r\nauteur: Zoë\r\ndate: bientôt\r\nlangue: français\r\n---\r\nTexte.\r\n";
    expect(await outcomesOf(markdownFormat, inMemory("a", french))).toMatchObject([
      {
        lines: ["L’été", "Texte."],
        stated: { title: "L’été", byline: "Zoë", language: "fr" },
        doubt: "Its date “bientôt” cannot be read.",
      },
    ]);
    const arabic = "---\nالعنوان: جسر تامبا\nالكاتب: كيتا\n---\n\nقال مصدر.";
    expect(await outcomesOf(markdownFormat, inMemory("a.md", arabic))).toMatchObject([
      { stated: { title: "جسر تامبا", byline: "كيتا" }, lines: ["جسر تامبا", "قال مصدر."] },
    ]);
  });

  it("is titled by its first heading where nothing else is stated", async () => {
    expect(await outcomesOf(markdownFormat, inMemory("a.md", "# A *title*\n\nText."))).toMatchObject([
      { stated: { title: "A title" }, lines: ["A title", "Text."] },
    ]);
    expect(await outcomesOf(markdownFormat, inMemory("a.md", "## A part\n\nText."))).toMatchObject([{ stated: {} }]);
  });

  it("is recognised by its front matter, or by its marks and its name", () => {
    const recognised = (text: string, name: string) => markdownFormat.recognises(Buffer.from(text), name);
    expect(recognised(REPORT, "a.txt")).toBe(true);
    expect(recognised("---\ntitle: A\n---\n", "a.md")).toBe(true);
    for (const marked of [
      "# A\n",
      "Text\n\n- item\n",
      "Title\n=====\n",
      "A **bold** word",
      "A [link](x)",
      "> quoted",
    ]) {
      expect(recognised(marked, "a.md")).toBe(true);
      expect(recognised(marked, "a.txt")).toBe(false);
    }
    expect(recognised("Plain words only.\n", "a.md")).toBe(false);
    expect(recognised("---\nA line that was drawn\n---\n", "a.txt")).toBe(false);
  });

  it("is read in its lines, with a sentence, where its marks are beyond reason", { timeout: 20_000 }, async () => {
    const backticks = Array.from({ length: 2_000 }, (_, index) => "`".repeat(index + 1)).join(" ");
    const hostile = ["[a](", "[a](\n", "![", "[a](<)", "> [a](\n> ", "*a_b"].map((piece) => piece.repeat(100_000));
    for (const text of [...hostile, `${"[a](".repeat(9_000)}\n\n`.repeat(50), backticks]) {
      expect(await outcomesOf(markdownFormat, inMemory("a.md", `# A title\n\n${text} end`))).toMatchObject([
        {
          lines: expect.arrayContaining(["# A title"]),
          doubt:
            "Its marks are too many, or lie too deep in one another, to be read as Markdown, so they were left as they stand.",
        },
      ]);
    }
  });

  it("is read as Markdown where it has many links", { timeout: 20_000 }, async () => {
    const paragraph = "[a](https://northwire.example/1) ".repeat(200);
    const list = "- [a](https://northwire.example/1)\n".repeat(2_000);
    const [outcome] = await outcomesOf(markdownFormat, inMemory("a.md", `${`${paragraph}\n\n`.repeat(20)}${list}`));
    expect(outcome?.lines).toHaveLength(2_020);
    expect(outcome).not.toHaveProperty("doubt");
  });

  it("costs little however it is nested", { timeout: 60_000 }, async () => {
    const hostile = [
      ">".repeat(20_000),
      "- ".repeat(5_000),
      "[".repeat(20_000),
      "*a ".repeat(20_000),
      "`".repeat(20_001),
    ];
    for (const text of [...hostile, "<div>".repeat(5_000), "A line.\n\n".repeat(50_000)]) {
      expect(await partsOf(markdownFormat, inMemory("a.md", `${text} end`))).toHaveLength(1);
    }
  });
});

it("gives an article or a sentence for damaged texts, and nothing else", { timeout: 30_000 }, async () => {
  let articles = 0;
  for (let seed = 0; seed < 300; seed++) {
    try {
      articles += (await partsOf(markdownFormat, inMemory("a.md", damaged(Buffer.from(REPORT), seed)))).length;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  expect(articles).toBeGreaterThan(200);
});
