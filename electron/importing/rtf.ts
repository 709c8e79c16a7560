import type { Format } from "./document.ts";
import { bytesOf } from "./incoming.ts";
import { statedOfProperties, titleOfProperties, writerOfProperties } from "./properties.ts";
import { readRtf } from "./rtf-reader.ts";

/** Rich Text Format. Headers, footers, comments, hidden and deleted text stay out. */
export const rtfFormat: Format = {
  name: "RTF",
  recognises: (head) => /^(\xEF\xBB\xBF)?\s{0,16}\{\\rtf/.test(Buffer.from(head.subarray(0, 64)).toString("latin1")),
  read: async (file) => {
    const original = await bytesOf(file);
    const { blocks, title: given, author } = readRtf(original);
    const title = titleOfProperties(given);
    const byline = writerOfProperties(author);
    return [
      {
        kind: "document",
        name: file.name,
        original,
        document: {
          blocks,
          ...statedOfProperties({
            ...(title && { title: { value: title, from: "document" } }),
            ...(byline && { byline: { value: byline, from: "document" } }),
          }),
          mediaType: "application/rtf",
          tool: "",
          doubt: null,
          isPlain: false,
        },
      },
    ];
  },
};
