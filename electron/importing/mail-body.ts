import { decodeText } from "./decoding.ts";
import type { ReadDocument } from "./document.ts";
import { readFragment, readHtml } from "./html.ts";
import { type MimePart, parameterOf } from "./mime.ts";
import { isOfBody } from "./mime-bodies.ts";
import { documentOfPlainText } from "./plain-text.ts";

/** The text of a mail, and how it was read. */
export type MailBody = Pick<ReadDocument, "blocks" | "tool" | "doubt" | "isPlain">;

/**
 * Reads the text of a mail from its parts. Of parts that say the same in several forms, the HTML is taken, or the plain text
 * where there is none in it; others follow one another. Attached texts are not of the body.
 */
export async function readMailBody(name: string, parts: readonly MimePart[]): Promise<MailBody> {
  const bodies: MailBody[] = [];
  const settled = new Set<number>();
  const texts = parts.filter(isOfBody);
  for (const part of texts) {
    if (part.alternative === null) bodies.push(await readPart(name, part));
    else if (!settled.has(part.alternative)) {
      settled.add(part.alternative);
      bodies.push(
        await readBest(
          name,
          texts.filter(({ alternative }) => alternative === part.alternative),
        ),
      );
    }
  }
  const written = bodies.filter(({ blocks }) => blocks.length > 0);
  const joined = (words: readonly (string | null)[]) => [
    ...new Set(words.filter((word) => word !== null && word !== "")),
  ];
  return {
    blocks: written.flatMap(({ blocks }) => blocks),
    tool: joined(written.map(({ tool }) => tool)).join(", "),
    doubt: joined(written.map(({ doubt }) => doubt)).join(" ") || null,
    isPlain: written.every(({ isPlain }) => isPlain),
  };
}

/** The HTML among alternatives where there is text in it, else the next. */
async function readBest(name: string, alternatives: readonly MimePart[]): Promise<MailBody> {
  let read: MailBody = { blocks: [], tool: "", doubt: null, isPlain: true };
  for (const part of [...alternatives].sort((one, other) => Number(isHtml(other)) - Number(isHtml(one)))) {
    read = await readPart(name, part);
    if (read.blocks.length > 0) break;
  }
  return read;
}

const isHtml = ({ type }: MimePart) => type === "text/html";

/** A mail that holds a whole page has its menus too. */
const PAGE = /<article[\s>]|\sproperty\s*=\s*["']?og:|application\/ld\+json/i;

async function readPart(name: string, part: MimePart): Promise<MailBody> {
  const { text, doubt } = decodeText(name, part.bytes, part.charset);
  if (!isHtml(part)) {
    const { blocks, tool } = documentOfPlainText(unflowed(text, part));
    return { blocks, tool, doubt, isPlain: true };
  }
  if (PAGE.test(text)) {
    const page = await readHtml(name, text);
    return { ...page, doubt: [doubt ?? "", page.doubt ?? ""].filter((sentence) => sentence !== "").join(" ") || null };
  }
  return { blocks: readFragment(text, name), tool: "linkedom 0.18.12", doubt, isPlain: false };
}

/** Joins lines that the mail program broke and marked with a space at their end (RFC 3676). “-- ” begins a signature. */
function unflowed(text: string, { header }: MimePart): string {
  const type = header.get("content-type");
  if (parameterOf(type, "format")?.toLowerCase() !== "flowed") return text;
  const between = parameterOf(type, "delsp")?.toLowerCase() === "yes" ? "" : " ";
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^ /gm, "")
    .replace(/^(?!-- $)(.*) \n(?![>\n])/gm, `$1${between}`);
}
