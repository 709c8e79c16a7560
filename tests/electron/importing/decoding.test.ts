import { describe, expect, it } from "vitest";
import { decodeText } from "#electron/importing/decoding.ts";

const decoded = (...bytes: (string | number[])[]) =>
  decodeText("a.txt", Buffer.concat(bytes.map((part) => Buffer.from(part as string))));

describe("decodeText", () => {
  it("reads UTF-8 as it is, without a doubt", () => {
    expect(decoded("També 🇲🇱 قال")).toEqual({ text: "També 🇲🇱 قال", doubt: null });
  });

  it("goes by the byte order mark, and takes it away", () => {
    expect(decoded([0xef, 0xbb, 0xbf], "é")).toEqual({ text: "é", doubt: null });
    expect(decoded([0xff, 0xfe, 0xe9, 0x00])).toEqual({ text: "é", doubt: null });
    expect(decoded([0xfe, 0xff, 0x00, 0xe9])).toEqual({ text: "é", doubt: null });
  });

  it("keeps a byte order mark that is not the first thing", () => {
    expect(decoded("a\uFEFFb").text).toBe("a\uFEFFb");
  });

  it("reads what is no UTF-8 as Windows-1252, and says so", () => {
    const { text, doubt } = decoded("pr", [0xe9], "fet ", [0x80, 0x93]);
    expect(text).toBe("préfet €“");
    expect(doubt).toContain("Windows-1252");
  });

  it("refuses binary data by the name of the file", () => {
    expect(() => decoded("text", [0], "text")).toThrow("“a.txt” is not a text: it holds binary data.");
  });
});
