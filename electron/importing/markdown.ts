import { suggestedMapping } from "./columns.ts";
import { readDate } from "./dates.ts";
import { decodeText } from "./decoding.ts";
import type { DraftBlock, Format, IncomingFile, Part, StatedFields } from "./document.ts";
import { readFrontMatter } from "./front-matter.ts";
import { headlineAbove } from "./headline.ts";
import { bytesOf } from "./incoming.ts";
import { languageTag } from "./language-names.ts";
import { blocksOfLines } from "./line-blocks.ts";
import { blocksOfMarkdown } from "./markdown-blocks.ts";

/** Texts in Markdown, with or without front matter. */
export const markdownFormat: Format = {
  name: "Markdown",
  recognises: (head, name) => {
    const isNamedSo = /\.(md|markdown|mdown|mkd)$/i.test(name);
    const beginning = textBegin(head, isNamedSo ? head.byteLength : 0);
    const values = beginning.startsWith("---") ? readFrontMatter(beginning)?.values : undefined;
    if (values && Object.keys(suggestedMapping([...values.keys()])).length > 1) return true;
    return isNamedSo && (values !== undefined || MARKS.test(beginning));
  },
  read: readMarkdown,
};

/** The beginning of a text: as much as was asked for, or all that is there where it may begin with front matter. */
function textBegin(head: Uint8Array, length: number): string {
  const mayHaveFrontMatter = Buffer.from(head.subarray(0, 8)).includes("---");
  return Buffer.from(head.subarray(0, mayHaveFrontMatter ? head.byteLength : length))
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}

/** Marks that are Markdown beyond doubt where the name of the file says so too. */
const MARKS =
  /^#{1,6} +\S|^ {0,3}[-*+] +\S|^ {0,3}\d{1,3}[.)] +\S|^ {0,3}>|^```|^[^\n]+\n(=+|-{3,}) *$|\*\*\S|__\S|\[[^\]\n]+\]\([^)\n]+\)|^\|.*\|/m;

/** Longer texts than this are no single article, and are read in lines, which costs less. */
const LONGEST = 4_000_000;

/** Lists and quotes that lie deeper in one another than anybody writes; what they cost grows faster than they do. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){40}|^[ \t]{160,}(?:[-*+>]|\d{1,9}[.)])/m;

/**
 * What the marks of links and emphasis may cost. Where they are not closed, each costs what its paragraph holds of them: so
 * their number squared, and the sum of that over the paragraphs. A paragraph of ten thousand, or ten thousand of a hundred.
 */
const DEAREST_MARKS = 10_000 ** 2;

/** How many lengths of runs of backticks may be in one text: the end of each is looked for to the end of its paragraph. */
const MOST_BACKTICKS = 50;

/** A sentence on why a text is read in lines and not as Markdown, or null where it is not. */
function whyPlain(body: string): string | null {
  if (body.length > LONGEST) return "It is too long to be read as Markdown, so its marks were left as they stand.";
  const lengths = new Set(Array.from(body.matchAll(/`+/g), ([run]) => run.length));
  if (!TOO_DEEP.test(body) && costOfMarks(body) <= DEAREST_MARKS && lengths.size <= MOST_BACKTICKS) return null;
  return "Its marks are too many, or lie too deep in one another, to be read as Markdown, so they were left as they stand.";
}

function costOfMarks(body: string): number {
  let cost = 0;
  let marks = 0;
  for (const line of body.split("\n")) {
    if (line.trim() === "") {
      cost += marks ** 2;
      marks = 0;
    }
    marks += line.match(/\[|\*+|_+/g)?.length ?? 0;
  }
  return cost + marks ** 2;
}

async function readMarkdown(file: IncomingFile): Promise<Part[]> {
  const original = await bytesOf(file);
  const decoded = decodeText(file.name, original, file.declaredEncoding);
  const text = decoded.text.replace(/^\uFEFF/, "");
  const front = readFrontMatter(text);
  const body = front?.body ?? text;
  const plainly = whyPlain(body);
  const isPlain = plainly !== null;
  const blocks = isPlain ? blocksOfLines(body) : blocksOfMarkdown(body);
  const { stated, doubt } = statedIn(front?.values ?? new Map(), blocks);
  const document = {
    blocks: headlineAbove(blocks, stated.title?.value ?? ""),
    stated,
    mediaType: "text/markdown",
    tool: isPlain ? "" : "mdast-util-from-markdown 2.1.0",
    doubt: [decoded.doubt, plainly, doubt].filter(Boolean).join(" ") || null,
    isPlain,
  };
  return [{ kind: "document", name: file.name, original, document }];
}

/** What the front matter states, by the names of its keys, and the first heading where it states no title. */
function statedIn(
  values: ReadonlyMap<string, string>,
  blocks: readonly DraftBlock[],
): { stated: StatedFields; doubt: string | null } {
  const { text: _text, published: dated, language: named, ...mapping } = suggestedMapping([...values.keys()]);
  const stated: StatedFields = {};
  const state = (field: keyof StatedFields, value: string | null | undefined) => {
    if (value) stated[field] = { value, from: "document" };
  };
  for (const field of ["title", "outlet", "byline", "dateline", "url", "credits"] as const) {
    state(field, values.get(mapping[field] ?? ""));
  }
  const [first] = blocks;
  if (first?.kind === "heading" && first.level === 1 && !stated.title) state("title", first.text);
  state("language", languageTag(values.get(named ?? "") ?? ""));
  const printed = values.get(dated ?? "") ?? "";
  const date = readDate(printed);
  state("published", date?.value);
  if (printed === "" || date) return { stated, doubt: date?.doubt ?? null };
  return { stated, doubt: `Its date “${printed.slice(0, 80)}” cannot be read.` };
}
