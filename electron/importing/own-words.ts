import { readDateline } from "./dateline.ts";
import type { DraftBlock, ReadDocument, StatedFields } from "./document.ts";
import { firstSentence, isTitleLine } from "./title.ts";

/** What a text says of itself, and the text without what was taken out of it. */
export interface OwnWords {
  blocks: DraftBlock[];
  stated: StatedFields;
}

/** Reads title, dateline and agency from the head of a text. */
export function readOwnWords({ blocks }: ReadDocument): OwnWords {
  const stated: StatedFields = {};
  const [first, second] = blocks;
  if (!first) return { blocks, stated };
  const ownTitle = second !== undefined && isTitleLine(first.text) && !readDateline(first.text);
  const opening = ownTitle ? second.text : first.text;
  const dateline = readDateline(opening);
  if (dateline) {
    stated.dateline = { value: dateline.place, from: "text" };
    stated.outlet = { value: dateline.agency, from: "text" };
  }
  const title = ownTitle ? first.text.trim() : firstSentence(dateline ? opening.slice(dateline.length) : opening);
  stated.title = { value: title, from: "text" };
  return { blocks, stated };
}
