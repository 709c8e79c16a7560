import { describe, expect, it } from "vitest";
import type { Part } from "#electron/importing/document.ts";
import { documentOfPlainText, plainTextFormat } from "#electron/importing/plain-text.ts";

async function read(name: string, bytes: Uint8Array): Promise<Part[]> {
  const parts: Part[] = [];
  const file = { name, content: { kind: "memory" as const, bytes } };
  for await (const part of await plainTextFormat.read(file, { mapping: null })) parts.push(part);
  return parts;
}

/** The blocks of a text, each as its kind, where it is no paragraph, and its words. */
const blocksOf = (...lines: string[]) =>
  documentOfPlainText(lines.join("\n")).blocks.map(({ kind, text }) =>
    kind === "paragraph" ? text : `${kind}: ${text}`,
  );

const LONG =
  "The front said on Monday that its fighters had taken the post at Tamba after two hours, and that forty soldiers were killed.";

describe("plain text", () => {
  it("comes as one document with its bytes, and says where its encoding is not certain", async () => {
    const bytes = Buffer.concat([
      Buffer.from("Le pr"),
      Buffer.from([0xe9]),
      Buffer.from("fet a parl"),
      Buffer.from([0xe9]),
    ]);
    const [part, ...others] = await read("a.txt", bytes);
    expect(others).toEqual([]);
    expect(part).toMatchObject({
      kind: "document",
      name: "a.txt",
      original: bytes,
      document: { blocks: [{ text: "Le préfet a parlé" }], mediaType: "text/plain", isPlain: true },
    });
    expect(part?.kind === "document" && part.document.doubt).toContain("Windows-1252");
  });

  it("is refused by name where it is none", async () => {
    const bytes = new Uint8Array(4_000).map((_, index) => (index * 7) % 256);
    await expect(read("a.bin", bytes)).rejects.toThrow("“a.bin”");
  });
});

describe("the paragraphs of a plain text", () => {
  it("are its lines, whether or not empty ones part them", () => {
    expect(blocksOf("A title", LONG, LONG)).toEqual(["A title", LONG, LONG]);
    expect(blocksOf("A title", "", LONG, "", "", `${LONG}\r`, "")).toEqual(["A title", LONG, LONG]);
  });

  it("are joined where a typesetter broke their lines", () => {
    expect(
      blocksOf(
        "TAMBA (Northwire) – The front said on Monday that its fighters had",
        "taken the post after two hours, and that forty soldiers of the",
        "garrison were killed. The ministry did not answer calls.",
        "",
        "Residents of the town told Northwire that they heard a first counter-",
        "attack at dawn.",
      ),
    ).toEqual([
      "TAMBA (Northwire) – The front said on Monday that its fighters had taken the post after two hours, and that forty soldiers of the garrison were killed. The ministry did not answer calls.",
      "Residents of the town told Northwire that they heard a first counter-attack at dawn.",
    ]);
  });

  it("are told by their indents and short last lines where no empty line parts them", () => {
    expect(
      blocksOf(
        "   The front said on Monday that its fighters had taken the post",
        "after two hours, and that forty soldiers of the garrison there",
        "had been killed.",
        "   The ministry did not answer calls from reporters in the capital",
        "on Monday evening, and the governor of the province was said to be",
        "travelling.",
      ),
    ).toEqual([
      "The front said on Monday that its fighters had taken the post after two hours, and that forty soldiers of the garrison there had been killed.",
      "The ministry did not answer calls from reporters in the capital on Monday evening, and the governor of the province was said to be travelling.",
    ]);
  });

  it("lose the hyphen of a broken word only where the text has the word whole", () => {
    const [, joined] = blocksOf(
      "The government of the province did not answer the calls of any of us.",
      "",
      "Nobody could say on Monday evening where the members of the govern-",
      "ment had gone, nor whether the garrison had left the town of Tamba-",
      "kunda before the fighters of the front came in from the north.",
    );
    expect(joined).toContain("of the government had gone");
    expect(joined).toContain("Tamba-kunda before");
  });

  it("are joined without a space in Chinese", () => {
    expect(
      blocksOf(
        "军方星期二宣布，叛军在黎明时分占领了该市北部的军事",
        "哨所，四十名士兵在两个小时的战斗中丧生，政府尚未对",
        "此发表评论。",
      ),
    ).toEqual([
      "军方星期二宣布，叛军在黎明时分占领了该市北部的军事哨所，四十名士兵在两个小时的战斗中丧生，政府尚未对此发表评论。",
    ]);
  });

  it("keep the lines of verse and addresses together, below the head", () => {
    expect(blocksOf("A title", "By Ada Brook", "", LONG, "", "12 Harbour Street", "Tamba")).toEqual([
      "A title",
      "By Ada Brook",
      LONG,
      "12 Harbour Street\nTamba",
    ]);
  });

  it("leave lists and quoted mail as they are", () => {
    expect(blocksOf(LONG, "- forty soldiers", "- two lorries", LONG)).toEqual([
      LONG,
      "list-item: - forty soldiers",
      "list-item: - two lorries",
      LONG,
    ]);
    expect(blocksOf("He wrote:", "> Have you seen", "> the lorries?", "", "I have.")).toEqual([
      "He wrote:",
      "quote: > Have you seen\n> the lorries?",
      "I have.",
    ]);
    expect(blocksOf("– Who is there?", LONG)).toEqual(["– Who is there?", LONG]);
  });

  it("are as many as there are, and as long", () => {
    expect(documentOfPlainText("a\n".repeat(300_000)).blocks).toHaveLength(300_000);
    const wrapped = "the soldiers of the garrison had taken the whole town of Tamba and\n".repeat(60_000);
    expect(documentOfPlainText(wrapped).blocks).toHaveLength(1);
    const letters = "a".repeat(2_000_000);
    const text = `${wrapped.slice(0, 20_000)}${letters}\n${wrapped.slice(0, 20_000)}`;
    expect(documentOfPlainText(text).blocks).toHaveLength(1);
  });

  it("are none in a text of nothing", () => {
    expect(blocksOf(" ", "\t", "")).toEqual([]);
  });
});
