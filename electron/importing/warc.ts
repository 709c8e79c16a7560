import { constants, gunzipSync } from "node:zlib";
import { Problem } from "#domain/problems.ts";
import type { Format, IncomingFile, Part } from "./document.ts";
import { piecesOf } from "./pieces.ts";
import { isArticle, memberOf } from "./warc-members.ts";
import { responsesIn, WarcDamage } from "./warc-responses.ts";

/**
 * Web archives (WARC), as crawlers and libraries keep pages with all that was sent; plain or in gzip. Their pages and
 * documents are read each by its own format. When a page was collected is no date of publication.
 */
export const warcFormat: Format = {
  name: "WARC",
  recognises: (head) => beginningOf(head).startsWith("WARC/"),
  read: readWarc,
};

/** How much of the beginning of an archive is unpacked to see whether it is one, in bytes. */
const SEEN = 4096;

function beginningOf(head: Uint8Array): string {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return Buffer.from(head.subarray(0, 16)).toString("latin1");
  try {
    // What is there of a stream that is cut off.
    return gunzipSync(head.subarray(0, SEEN), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1", 0, 16);
  } catch {
    return "";
  }
}

async function* readWarc(file: IncomingFile): AsyncGenerator<Part> {
  const { name } = file;
  let found = 0;
  try {
    for await (const response of responsesIn(name, piecesOf(file))) {
      if (!isArticle(response)) continue;
      const part = await memberOf(name, response);
      if (!part) continue;
      found++;
      yield part;
    }
  } catch (error) {
    if (!(error instanceof WarcDamage)) throw error;
    const before = found === 0 ? "no page" : found === 1 ? "one page" : `${found} pages`;
    const sentence = `“${name}” is damaged: after ${before}, what follows cannot be read. Get the archive again.`;
    yield { kind: "failed", name, problem: new Problem("UNREADABLE_FILE", sentence, { name }) };
    return;
  }
  if (found === 0) {
    throw new Problem("UNREADABLE_FILE", `“${name}” holds no page or document that could be an article.`, { name });
  }
}
