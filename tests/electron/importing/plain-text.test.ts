import { describe, expect, it } from "vitest";
import { fieldsOf, readPlainText } from "#electron/importing/plain-text.ts";

describe("fieldsOf", () => {
  it("takes a first line that is no sentence for the title", () => {
    expect(fieldsOf("Attack on a post\n\nTAMBA (Northwire) – Forty were killed.")).toMatchObject({
      title: "Attack on a post",
      dateline: "TAMBA",
      outlet: "Northwire",
    });
    expect(fieldsOf("# Attack on a post\nForty were killed.").title).toBe("Attack on a post");
  });

  it("takes the first sentence where there is no title, without its dateline", () => {
    expect(fieldsOf("TAMBA (Northwire) – Forty were killed. More later.\nSecond.")).toMatchObject({
      title: "Forty were killed.",
      outlet: "Northwire",
    });
    expect(fieldsOf("One line only").title).toBe("One line only");
    expect(fieldsOf("هل وقع هجوم؟ نعم.\nثم").title).toBe("هل وقع هجوم؟");
  });

  it("cuts a long first sentence at a word and never inside a character", () => {
    const { title } = fieldsOf(`${"killed ".repeat(60)}.`);
    expect(title).toMatch(/^(killed )+killed…$/);
    expect(title.length).toBeLessThanOrEqual(111);
    expect(fieldsOf("🇲🇱".repeat(200)).title.isWellFormed()).toBe(true);
  });
});

describe("readPlainText", () => {
  it("tells Markdown by its name", () => {
    const mediaType = (name: string) => readPlainText(name, Buffer.from("Text.")).mediaType;
    expect(["a.md", "a.MARKDOWN", "a.txt", "a"].map(mediaType)).toEqual([
      "text/markdown",
      "text/markdown",
      "text/plain",
      "text/plain",
    ]);
  });

  it("refuses what is empty", () => {
    expect(() => readPlainText("a.txt", Buffer.from(" \r\n\t"))).toThrow("“a.txt” is empty: there is no text in it.");
  });
});
