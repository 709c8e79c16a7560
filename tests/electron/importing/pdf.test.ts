import { describe, expect, it } from "vitest";
import type { PdfText } from "../../support/pdf.ts";
import { blocks, LEFT, RIGHT, set } from "./pdf-pages.ts";

describe("the order of text", () => {
  it("reads two columns one after the other, under a headline and over a line that are as wide as both", async () => {
    const page = [
      // As programs write them: line by line across both columns.
      { x: 50, y: 800, text: "A headline that is as wide as both of the columns", size: 20 },
      ...LEFT.flatMap((left, index) => [
        { x: 50, y: 740 - index * 12, text: left },
        { x: 300, y: 740 - index * 12, text: RIGHT[index] ?? "" },
      ]),
      {
        x: 50,
        y: 660,
        text: "This line was set below the columns, and it is as wide as both of them are together here.",
      },
    ];
    expect(await blocks(page)).toEqual([
      "1 heading 1: A headline that is as wide as both of the columns",
      `1 paragraph 1: ${LEFT.join(" ")}`,
      `1 paragraph 1: ${RIGHT.join(" ")}`,
      "1 paragraph 1: This line was set below the columns, and it is as wide as both of them are together here.",
    ]);
  });

  it("reads columns whose lines do not stand at the same height, beside lines that are stretched", async () => {
    const [first = "", ...others] = RIGHT;
    const [one, two] = [first.slice(0, 17), first.slice(18)];
    const page = [
      { x: 50, y: 800, text: "A headline that is as wide as both of the columns", size: 20 },
      { x: 300, y: 746, text: one },
      { x: 300 + 110, y: 746, text: two },
      ...set({ x: 50, y: 740 }, ...LEFT),
      ...set({ x: 300, y: 734 }, ...others),
    ];
    expect(await blocks(page)).toEqual([
      "1 heading 1: A headline that is as wide as both of the columns",
      `1 paragraph 1: ${LEFT.join(" ")}`,
      `1 paragraph 1: ${RIGHT.join(" ")}`,
    ]);
  });

  it("reads three columns", async () => {
    const columns = [50, 230, 410].map((x, index) => ({ x, letter: "ABC"[index] ?? "" }));
    const page = Array.from({ length: 6 }, (_, line) => line).flatMap((line) =>
      columns.map(({ x, letter }) => ({
        x,
        y: 700 - line * 12,
        text: `${letter}${line} stood on the road at dawn,`,
        size: 9,
      })),
    );
    const [text = ""] = [(await blocks(page)).join(" ")];
    expect(text.match(/[ABC]\d/g)?.join(" ")).toBe(
      ["A", "B", "C"].flatMap((letter) => [0, 1, 2, 3, 4, 5].map((line) => letter + line)).join(" "),
    );
  });

  it("reads a table by its rows", async () => {
    const rows = [
      ["Place", "Dead", "Hurt"],
      ["Tamba", "40", "7"],
      ["Evrane", "3", "1"],
    ];
    const page = rows.flatMap((row, at) =>
      row.map((text, column) => ({ x: 50 + column * 120, y: 700 - at * 14, text })),
    );
    expect(await blocks(page)).toEqual([
      "1 table-row 1: Place\tDead\tHurt",
      "1 table-row 1: Tamba\t40\t7",
      "1 table-row 1: Evrane\t3\t1",
    ]);
  });

  it("leaves out what is printed across the page or along its margin", async () => {
    const page = [
      ...set({ x: 50, y: 700 }, ...LEFT),
      { x: 200, y: 400, text: "CONFIDENTIAL", size: 60, turned: 45 },
      { x: 20, y: 300, text: "Downloaded by someone", turned: 90 },
    ];
    expect(await blocks(page)).toEqual([`1 paragraph 1: ${LEFT.join(" ")}`]);
  });

  it("reads a page that is turned as a whole", async () => {
    const page = LEFT.map((text, index) => ({ x: 100 + index * 12, y: 50, text, turned: 90 }));
    expect(await blocks(page)).toEqual([`1 paragraph 1: ${LEFT.join(" ")}`]);
  });

  it("puts a large first letter before its word", async () => {
    const [first = "", ...others] = LEFT;
    const page = [
      { x: 50, y: 676, text: "F", size: 34 },
      { x: 73, y: 700, text: first.slice(1) },
      ...others.slice(0, 2).map((text, index) => ({ x: 73, y: 688 - index * 12, text })),
    ];
    expect((await blocks(page)).join(" ")).toContain("Forty soldiers were killed");
  });

  it("reads bold letters once that are made by printing them twice", async () => {
    const page = [...set({ x: 50, y: 700 }, "Printed twice"), ...set({ x: 50.3, y: 700 }, "Printed twice")];
    expect(await blocks(page)).toEqual(["1 paragraph 1: Printed twice"]);
  });
});

describe("paragraphs", () => {
  it("begin after a space, an indentation and a line that is left short", async () => {
    const page = [
      ...set({ x: 50, y: 700 }, ...LEFT),
      ...set({ x: 50, y: 640 }, ...RIGHT),
      { x: 65, y: 592, text: "Indented, the third of them begins here" },
      ...set(
        { x: 50, y: 580 },
        "and goes on with what was known of it.",
        "It ends early.",
        "The fourth one follows the short line.",
      ),
    ];
    expect(await blocks(page)).toEqual([
      `1 paragraph 1: ${LEFT.join(" ")}`,
      `1 paragraph 1: ${RIGHT.join(" ")}`,
      "1 paragraph 1: Indented, the third of them begins here and goes on with what was known of it. It ends early.",
      "1 paragraph 1: The fourth one follows the short line.",
    ]);
  });

  it("begin where their first lines stand out", async () => {
    const page = [
      { x: 50, y: 700, text: "1 An armed raid on the army post took place" },
      ...set(
        { x: 62, y: 688 },
        "before dawn, and residents and the mayor",
        "of the town describe it apart from each one",
      ),
      { x: 50, y: 664, text: "2 It is very likely that the front carried it" },
      ...set({ x: 62, y: 652 }, "out, as the group said itself"),
    ];
    expect(await blocks(page)).toEqual([
      "1 paragraph 1: 1 An armed raid on the army post took place before dawn, and residents and the mayor of the town describe it apart from each one",
      "1 paragraph 1: 2 It is very likely that the front carried it out, as the group said itself",
    ]);
  });

  it("are single lines in a table of contents", async () => {
    const page = set(
      { x: 50, y: 700 },
      "1.1 The attack on the post . . . . . . . . . . . 4",
      "1.2 The dead and the hurt . . . . . . . . . . . . 7",
    );
    expect(await blocks(page)).toHaveLength(2);
  });

  it("go on over the end of a column and of a page, and stand where they begin", async () => {
    const [last = "", ...before] = LEFT.toReversed();
    const open = [...before.toReversed(), last.replace(/\.$/, ",")];
    const first = set({ x: 50, y: 700 }, ...open);
    const second = set(
      { x: 50, y: 700 },
      "and of nine hurt. The post was burnt to",
      "the ground, the same officers had said.",
    );
    expect(await blocks(first, second)).toEqual([
      `1 paragraph 1: ${open.join(" ")} and of nine hurt. The post was burnt to the ground, the same officers had said.`,
    ]);
    expect(await blocks(set({ x: 50, y: 700 }, ...LEFT), set({ x: 50, y: 700 }, ...RIGHT))).toEqual([
      `1 paragraph 1: ${LEFT.join(" ")}`,
      `2 paragraph 1: ${RIGHT.join(" ")}`,
    ]);
  });

  it("are headings by size and by weight, with levels by size", async () => {
    const page = [
      ...set({ x: 50, y: 800, size: 20 }, "Attack on a post"),
      ...set({ x: 50, y: 760, size: 14 }, "What is known"),
      ...set({ x: 50, y: 730 }, ...LEFT),
      ...set({ x: 50, y: 660, font: "bold" }, "Further reports"),
      ...set({ x: 50, y: 640 }, ...RIGHT),
    ];
    expect((await blocks(page)).map((block) => block.slice(0, 36))).toEqual([
      "1 heading 1: Attack on a post",
      "1 heading 2: What is known",
      "1 paragraph 1: Forty soldiers were k",
      "1 heading 3: Further reports",
      "1 paragraph 1: Witnesses counted mor",
    ]);
  });

  it("are items of a list where they begin with a mark", async () => {
    const page = [
      ...set({ x: 50, y: 700 }, "The officers named:"),
      ...set({ x: 60, y: 688 }, "• forty soldiers, most of them of the", "• three of the drivers"),
    ];
    expect(await blocks(page)).toEqual([
      "1 paragraph 1: The officers named:",
      "1 list-item 1: forty soldiers, most of them of the",
      "1 list-item 1: three of the drivers",
    ]);
  });
});

describe("hyphens at the ends of lines", () => {
  const joined = async (...lines: string[]) =>
    (await blocks(set({ x: 50, y: 810 }, ...lines)))[0]?.replace(/^.*?: /, "");
  const plain = Array.from({ length: 60 }, (_, index) => `This line has number ${index} and no hyphen,`);

  it("go where the document breaks words", async () => {
    expect(await joined("The govern-", "ment of the country and its minis-", "ters spoke.")).toBe(
      "The government of the country and its ministers spoke.",
    );
  });

  it("stay before capitals and figures, after figures and prefixes, and in addresses", async () => {
    expect(
      await joined(
        "The govern-",
        "ment of Guinea-",
        "Bissau met self-",
        "appointed 20-",
        "year-old men door-to-",
        "door.",
      ),
    ).toBe("The government of Guinea-Bissau met self-appointed 20-year-old men door-to-door.");
    expect(await joined("The minis-", "ter wrote https://example.org/a-", "report on it.")).toBe(
      "The minister wrote https://example.org/a-report on it.",
    );
  });

  it("follow how the document writes the word elsewhere", async () => {
    expect(
      await joined("A well-known man, and a well-", "known woman, and the peacekeepers of peace-", "keepers."),
    ).toBe("A well-known man, and a well-known woman, and the peacekeepers of peacekeepers.");
  });

  it("stay where the document breaks no words", async () => {
    expect(await joined(...plain, "and it was a far-", "reaching one.")).toMatch(/and it was a far-reaching one\.$/);
  });
});

describe("running heads", () => {
  const body = (page: number) => set({ x: 50, y: 700 }, ...LEFT.map((line) => `${line} ${"abcdefghij"[page]}`));
  const head = (page: number): PdfText => ({ x: 50, y: 800, text: `The Weekly, page ${page + 1}`, size: 8 });
  const foot = (page: number): PdfText => ({ x: 290, y: 30, text: `${page + 1}`, size: 8 });

  it("go, with page numbers, and what is like them in the middle of a page stays", async () => {
    const pages = [0, 1, 2, 3].map((page) => [head(page), ...body(page), foot(page)]);
    const text = (await blocks(...pages)).join("\n");
    expect(text).not.toMatch(/Weekly|\d$/m);
    expect(text.match(/Forty soldiers/g)).toHaveLength(4);
  });

  it("go where left and right pages have different ones", async () => {
    const pages = [0, 1, 2, 3, 4, 5].map((page) => [
      { x: 50, y: 800, text: page % 2 ? "The Weekly" : "Special report", size: 8 },
      ...body(page),
    ]);
    expect((await blocks(...pages)).join("\n")).not.toMatch(/Weekly|Special/);
  });

  it("stay where they are on one page only, and a headline stays that is repeated small", async () => {
    const small = (page: number): PdfText => ({ x: 50, y: 800, text: "Attack on a post", size: page === 0 ? 20 : 8 });
    const text = (await blocks(...[0, 1, 2, 3].map((page) => [small(page), ...body(page)]))).join("\n");
    expect(text.match(/Attack on a post/g)).toHaveLength(1);
    expect((await blocks([head(0), ...body(0)])).join("\n")).toContain("The Weekly");
  });

  it("stay where nothing else would", async () => {
    const pages = [0, 1, 2, 3].map((page) => [head(page)]);
    expect((await blocks(...pages)).join("\n")).toContain("The Weekly, page 2");
  });
});
