import { expect, test } from "vitest";
import { oldOfficeFormat } from "#electron/importing/old-office.ts";
import { documentOf } from "../../support/formats.ts";

/** The beginning of a compound file, and the name of a stream in its directory. */
const holding = (stream: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(stream, "utf16le")]);

test.for([
  ["EncryptedPackage", "“old” is locked with a password."],
  [
    "WordDocument",
    "“old” is a Word document of the form used before 2007 (.doc). Open it in a word processor, save it as DOCX or PDF",
  ],
  ["__substg1.0_1000001F", "“old” is a message in Outlook’s own form (.msg)."],
  ["Workbook", "“old” is a workbook of the form used before 2007 (.xls)."],
  ["Something", "“old” is of an old form of office documents that is not read here."],
] as const)("a compound file with the stream %s is refused by what it is", async ([stream, sentence]) => {
  expect(oldOfficeFormat.recognises(holding(stream), "old")).toBe(true);
  await expect(documentOf(oldOfficeFormat, "old", holding(stream))).rejects.toThrow(sentence);
});

test("other files are not", () => {
  expect(oldOfficeFormat.recognises(Buffer.from("PK\x03\x04"), "old.doc")).toBe(false);
});
