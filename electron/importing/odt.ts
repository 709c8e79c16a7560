import { Problem } from "#domain/problems.ts";
import type { BlockKind } from "#domain/text/structure.ts";
import type { DraftBlock, Format, IncomingFile, ReadDocument, StatedFields } from "./document.ts";
import { bytesOf } from "./incoming.ts";
import { HiddenText } from "./odt-hidden.ts";
import { RaisingStyles } from "./odt-raised.ts";
import { OpenRow, Repeats, timesOf } from "./odt-rows.ts";
import { statedOfProperties, titleOfProperties, writerOfProperties } from "./properties.ts";
import { LineWriter } from "./superscripts.ts";
import { MalformedXml, readXml, textsOf } from "./xml.ts";
import { entriesByName, openZip, type ZipEntry } from "./zip-entries.ts";

const LIMITS = { entries: 20_000, bytes: 512 * 1024 * 1024 };
const MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

/** The most spaces that one element stands for. */
const MOST_SPACES = 100;

/** OpenDocument texts, as LibreOffice writes them. What was deleted and is only tracked, what is hidden, comments and headers stay out. */
export const odtFormat: Format = {
  name: "OpenDocument",
  recognises: (head) => {
    const begin = Buffer.from(head.subarray(0, 512));
    return begin.subarray(0, 4).equals(Buffer.from("PK\x03\x04")) && begin.includes(`mimetype${MEDIA_TYPE}`);
  },
  read: async (file) => {
    const original = await bytesOf(file);
    return [{ kind: "document", name: file.name, original, document: await readOdt(file.name, original) }];
  },
};

async function readOdt(name: string, original: Uint8Array): Promise<ReadDocument> {
  const file: IncomingFile = { name, content: { kind: "memory", bytes: original } };
  const archive = await openZip(file, LIMITS);
  try {
    const entries = await entriesByName(archive);
    const content = entries.get("content.xml");
    if (!content) throw damaged(name);
    await refuseEncrypted(name, entries);
    const reader = new TextReader(await hiddenTextOf(entries));
    readXml(await content.read(), reader);
    return {
      blocks: reader.allBlocks(),
      ...statedOfProperties({ ...(await propertiesOf(entries)), ...reader.title() }),
      mediaType: MEDIA_TYPE,
      tool: "",
      doubt: reader.doubt(),
      isPlain: false,
    };
  } catch (error) {
    throw error instanceof MalformedXml ? damaged(name) : error;
  } finally {
    await archive.close();
  }
}

async function refuseEncrypted(name: string, entries: ReadonlyMap<string, ZipEntry>): Promise<void> {
  const manifest = await entries.get("META-INF/manifest.xml")?.read();
  if (!manifest || !Buffer.from(manifest).includes("encryption-data")) return;
  const sentence = `“${name}” is encrypted. Open it with its password, save it without one, and import that.`;
  throw new Problem("UNREADABLE_FILE", sentence, { name });
}

async function propertiesOf(entries: ReadonlyMap<string, ZipEntry>): Promise<StatedFields> {
  const entry = entries.get("meta.xml");
  if (!entry) return {};
  try {
    const properties = textsOf(await entry.read(), ["title", "initial-creator", "creator"]);
    const title = titleOfProperties(properties.get("title")?.[0]);
    const byline = writerOfProperties((properties.get("initial-creator") ?? properties.get("creator"))?.[0]);
    return {
      ...(title && { title: { value: title, from: "document" } }),
      ...(byline && { byline: { value: byline, from: "document" } }),
    };
  } catch {
    // The text counts; a document whose properties are damaged has none.
    return {};
  }
}

/** What the styles of the document hide; its text counts, and styles that are damaged hide nothing. */
async function hiddenTextOf(entries: ReadonlyMap<string, ZipEntry>): Promise<HiddenText> {
  const hidden = new HiddenText();
  const styles = entries.get("styles.xml");
  try {
    if (styles) readXml(await styles.read(), { open: (name, attributes) => hidden.openStyle(name, attributes) });
  } catch (error) {
    if (!(error instanceof MalformedXml || error instanceof Problem)) throw error;
  }
  return hidden;
}

/** What has no place in the text: what was deleted, comments, and what programs keep for themselves. */
const LEFT_OUT = new Set([
  "tracked-changes",
  "annotation",
  "sequence-decls",
  "variable-decls",
  "user-field-decls",
  "forms",
  "desc",
  "ruby-text",
  "note-citation",
  "script",
]);

/** Styles by which a paragraph says what it is. */
const STYLES: readonly { pattern: RegExp; kind: BlockKind; level: number }[] = [
  { pattern: /^Title$/, kind: "heading", level: 1 },
  { pattern: /^Subtitle$/, kind: "heading", level: 2 },
  { pattern: /^Quotations$/, kind: "quote", level: 1 },
  { pattern: /^(Caption|Illustration|Drawing|Figure)$/, kind: "caption", level: 1 },
];

interface OpenParagraph {
  kind: BlockKind;
  level: number;
  words: LineWriter;
  isTitle: boolean;
  /** True where a field in it hides all of it. */
  isHidden: boolean;
}

/** An element that is open, and whether its text is hidden or raised; what hides a section cannot be undone by a style in it. */
interface OpenElement {
  name: string;
  isHidden: boolean;
  isHiddenWhole: boolean;
  isRaised: boolean;
}

/** Listens to `content.xml` and makes blocks: paragraphs, headings, items of lists, rows of tables, and the notes last. */
class TextReader {
  readonly #blocks: DraftBlock[] = [];
  readonly #notes: DraftBlock[] = [];
  /** Paragraphs that are being read; one lies in another where it stands in a frame. */
  readonly #open: OpenParagraph[] = [];
  /** The rows that are being read; tables lie in cells. */
  readonly #rows: OpenRow[] = [];
  readonly #repeats = new Repeats();
  readonly #hidden: HiddenText;
  readonly #raising = new RaisingStyles();
  readonly #parents = new Map<string, string>();
  #title = "";
  #lists = 0;
  #inNote = 0;
  #leftOut = 0;
  #hasHiddenWords = false;
  /** The elements that hold the one that begins. */
  readonly #path: OpenElement[] = [];

  constructor(hidden: HiddenText) {
    this.#hidden = hidden;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const within = this.#path.at(-1);
    const element = this.#opened(name, attributes, within);
    this.#path.push(element);
    // The title of a picture is for those who cannot see it; a field that repeats that of the document is text.
    const isOfPicture = name === "title" && within?.name !== "p" && within?.name !== "span";
    const isHiddenNote = name === "note" && element.isHidden;
    if (isHiddenNote) this.#hasHiddenWords = true;
    if (this.#leftOut > 0 || isOfPicture || isHiddenNote || LEFT_OUT.has(name)) {
      this.#leftOut++;
      return;
    }
    this.#hidden.openStyle(name, attributes);
    this.#raising.openStyle(name, attributes);
    const paragraph = this.#open.at(-1);
    const shown = element.isHidden ? undefined : paragraph;
    switch (name) {
      case "hidden-paragraph":
        if (paragraph && attributes.get("is-hidden") === "true") paragraph.isHidden = true;
        return;
      case "style":
        this.#parents.set(attributes.get("name") ?? "", attributes.get("parent-style-name") ?? "");
        return;
      case "h":
      case "p":
        this.#open.push(this.#begun(name, attributes));
        return;
      case "list":
        this.#lists++;
        return;
      case "table-row":
        this.#rows.push(new OpenRow(timesOf(attributes.get("number-rows-repeated")), this.#repeats));
        return;
      case "table-cell":
      case "covered-table-cell":
        this.#rows.at(-1)?.openCell(timesOf(attributes.get("number-columns-repeated")));
        return;
      case "note":
        paragraph?.words.addMark(`[${this.#notes.length + 1}]`);
        this.#notes.push({ kind: "paragraph", level: 1, text: `[${this.#notes.length + 1}]` });
        this.#inNote++;
        return;
      case "s":
        shown?.words.add(" ".repeat(Math.min(MOST_SPACES, Number(attributes.get("c") ?? 1) || 1)));
        return;
      case "tab":
        shown?.words.add("\t");
        return;
      case "line-break":
        shown?.words.add("\n");
        return;
      case "span":
        // A span that raises in another that does is raised no higher.
        if (!paragraph || paragraph.words.isRaised || !this.#raising.raises(attributes.get("style-name") ?? "")) return;
        element.isRaised = true;
        paragraph.words.beginRaised();
    }
  }

  text(text: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph || this.#leftOut > 0) return;
    // White space that the markup is laid out with counts as one space, as in HTML.
    const words = text.replace(/[ \t\r\n]+/g, " ");
    if (!this.#path.at(-1)?.isHidden) paragraph.words.add(words);
    else if (words.trim() !== "") this.#hasHiddenWords = true;
  }

  close(name: string): void {
    const element = this.#path.pop();
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    if (element?.isRaised) this.#open.at(-1)?.words.endRaised();
    else if (name === "h" || name === "p") this.#end(this.#open.pop());
    else if (name === "list") this.#lists--;
    else if (name === "note") this.#inNote--;
    else if (name === "table-cell" || name === "covered-table-cell") this.#rows.at(-1)?.closeCell();
    else if (name === "table-row") this.#endRow(this.#rows.pop());
  }

  /** What was left out of the text for what the document says itself, as sentences, or null. */
  doubt(): string | null {
    const sentences = [
      ...(this.#hasHiddenWords ? ["Words in it are hidden, and were left out."] : []),
      ...(this.#repeats.isCut ? ["Cells that its tables repeat very often stand only once."] : []),
    ];
    return sentences.join(" ") || null;
  }

  allBlocks(): DraftBlock[] {
    return [...this.#blocks, ...this.#notes];
  }

  /** The title that stands in the document in the style of titles. */
  title(): StatedFields {
    return this.#title === "" ? {} : { title: { value: this.#title, from: "document" } };
  }

  #opened(name: string, attributes: ReadonlyMap<string, string>, within: OpenElement | undefined): OpenElement {
    const isHiddenWhole = within?.isHiddenWhole || this.#hidden.isHiddenElement(name, attributes);
    const byStyle = this.#hidden.byStyle(name, attributes) ?? within?.isHidden ?? false;
    return { name, isHidden: isHiddenWhole || byStyle, isHiddenWhole, isRaised: false };
  }

  #begun(name: "h" | "p", attributes: ReadonlyMap<string, string>): OpenParagraph {
    const style = this.#namedStyle(attributes.get("style-name") ?? "");
    const known = STYLES.find(({ pattern }) => pattern.test(style));
    const begun = { words: new LineWriter(), isTitle: style === "Title", isHidden: false };
    if (known) return { ...begun, kind: known.kind, level: known.level };
    if (name === "h") {
      return {
        ...begun,
        kind: "heading",
        level: Math.min(6, Math.max(1, Number(attributes.get("outline-level")) || 1)),
      };
    }
    return this.#lists > 0
      ? { ...begun, kind: "list-item", level: Math.min(9, this.#lists) }
      : { ...begun, kind: "paragraph", level: 1 };
  }

  /** Styles of single paragraphs are made by the program and lead back to those that have names. */
  #namedStyle(style: string): string {
    return (this.#parents.get(style) || style).replaceAll("_20_", " ");
  }

  #end(paragraph: OpenParagraph | undefined): void {
    const text = paragraph?.words.take().trim() ?? "";
    if (!paragraph || text === "") return;
    if (paragraph.isHidden) {
      this.#hasHiddenWords = true;
      return;
    }
    if (this.#inNote > 0) {
      const note = this.#notes.at(-1);
      if (note) note.text += ` ${text}`;
      return;
    }
    const row = this.#rows.at(-1);
    if (row?.isInCell) {
      row.add(text.replace(/\s+/g, " "));
      return;
    }
    if (paragraph.isTitle) this.#title ||= text;
    this.#blocks.push({ kind: paragraph.kind, level: paragraph.level, text });
  }

  #endRow(row: OpenRow | undefined): void {
    const text = row?.text ?? "";
    if (!row || text === "") return;
    const outer = this.#rows.at(-1);
    for (let left = this.#repeats.granted(row.times, text.length); left > 0; left--) {
      if (outer?.isInCell) outer.add(text.replaceAll("\t", " "));
      else this.#blocks.push({ kind: "table-row", level: 1, text });
    }
  }
}

function damaged(name: string): Problem {
  const sentence = `“${name}” is a damaged OpenDocument text, and cannot be read. Open it in a word processor, let it repair the document, and save it anew.`;
  return new Problem("UNREADABLE_FILE", sentence, { name });
}
