import { describe, expect, it, test } from "vitest";
import type { DraftBlock } from "#electron/importing/document.ts";
import { markHeadings } from "#electron/importing/headings.ts";

const LONG =
  "The front said on Monday that its fighters had taken the post at Tamba after two hours, and that forty soldiers were killed.";
const ARABIC =
  "قالت الجبهة يوم الاثنين إن مقاتليها سيطروا على الموقع في تامبا بعد ساعتين من القتال وإن أربعين جنديا قتلوا.";
const CHINESE = "军方星期二宣布，叛军在黎明时分占领了该市北部的军事哨所，四十名士兵在两个小时的战斗中丧生。";

/** Which of the lines are told for headings. */
function headingsAmong(...lines: string[]): string[] {
  const blocks = lines.map((text): DraftBlock => ({ kind: "paragraph", level: 1, text }));
  const marked = markHeadings(blocks);
  expect(marked.map(({ text }) => text)).toEqual(lines);
  return marked.filter(({ kind, level }) => kind === "heading" && level === 2).map(({ text }) => text);
}

describe("section headings in plain text", () => {
  it("are short lines between paragraphs, in title case or not", () => {
    expect(headingsAmong(LONG, "What the Garrison Knew", LONG, "What comes next", LONG)).toEqual([
      "What the Garrison Knew",
      "What comes next",
    ]);
  });

  it("are told in scripts without capitals too", () => {
    expect(headingsAmong(ARABIC, "ردود الفعل", ARABIC)).toEqual(["ردود الفعل"]);
    expect(headingsAmong(CHINESE, "各方反应", CHINESE)).toEqual(["各方反应"]);
  });

  it("may stand over a list", () => {
    const item: DraftBlock = { kind: "list-item", level: 1, text: "- lorries" };
    const blocks: DraftBlock[] = [LONG, LONG, "What was taken"].map((text) => ({ kind: "paragraph", level: 1, text }));
    expect(markHeadings([...blocks, item])[2]).toMatchObject({ kind: "heading", level: 2 });
  });
});

test.for([
  ["a sentence", [LONG, "Nobody answered.", LONG]],
  ["a question that somebody asked", [LONG, "“Who gave the order?”", LONG]],
  ["a line that leads on", [LONG, "The ministry said:", LONG]],
  ["the last line", [LONG, LONG, "What comes next"]],
  ["a line after one that goes on", [LONG.slice(0, -1), "What comes next", LONG]],
  ["several short lines in a row", [LONG, "Ada Brook", "Jean Roc", "Idris Sow", LONG]],
  ["a line over another short one", [LONG, "What comes next", "Nothing.", LONG]],
  ["verse", [LONG, "Over the river", "Under the tree", "Into the town", LONG]],
  ["what pages leave between paragraphs", [LONG, "Read more: the river post", LONG, "Photo by Ada Brook", LONG]],
  ["a line in small letters", [LONG, "and then nothing", LONG]],
  ["a long line in Arabic", [ARABIC, `${"ردود الفعل ".repeat(8)}الآن`, ARABIC]],
  ["a greeting", [LONG, "Dear colleagues", LONG]],
  ["a greeting with its mark", [LONG, "Bonjour à tous !", LONG]],
  ["a line of a quoted mail", [LONG, "Subject: The river post", LONG]],
  ["figures and strokes", [LONG, "* * *", LONG, "2024", LONG]],
] as const)("%s is none", ([, lines]) => {
  expect(headingsAmong(...lines)).toEqual([]);
});
