import { Problem } from "#domain/problems.ts";
import type { Format } from "./document.ts";
import { bytesOf } from "./incoming.ts";

/** The container in which Microsoft’s programs kept their files before 2007, and keep encrypted ones. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** What lies in it, told by the names of its streams. */
const KINDS: readonly { stream: string; sentence: string }[] = [
  {
    stream: "EncryptedPackage",
    sentence: "is locked with a password. Open it with the password, save it without one, and import that.",
  },
  {
    stream: "WordDocument",
    sentence:
      "is a Word document of the form used before 2007 (.doc). Open it in a word processor, save it as DOCX or PDF, and import that.",
  },
  {
    stream: "__substg1.0_",
    sentence: "is a message in Outlook’s own form (.msg). Save it as EML or HTML, and import that.",
  },
  {
    stream: "Workbook",
    sentence: "is a workbook of the form used before 2007 (.xls). Save it as CSV, and import that.",
  },
];

/** Files of old office programs, which are not read; it says what each is and what to do. */
export const oldOfficeFormat: Format = {
  name: "old Office",
  recognises: (head) => COMPOUND_FILE.equals(Buffer.from(head.subarray(0, COMPOUND_FILE.length))),
  read: async ({ name, ...file }) => {
    const bytes = Buffer.from(await bytesOf({ name, ...file }));
    const kind = KINDS.find(({ stream }) => bytes.includes(Buffer.from(stream, "utf16le")));
    const sentence =
      kind?.sentence ??
      "is of an old form of office documents that is not read here. Save it as DOCX or PDF, and import that.";
    throw new Problem("UNREADABLE_FILE", `“${name}” ${sentence}`, { name });
  },
};
