import iconv from "iconv-lite";
import type { DraftBlock } from "./document.ts";
import { mayHeadInBold } from "./headings.ts";
import { isAscii, isDigit, isLetter, unicodeOf } from "./rtf-characters.ts";
import { CHARACTERS, CODE_PAGES, DESTINATIONS, type Destination, READ_THOUGH_IGNORABLE } from "./rtf-words.ts";

/** How deep groups may lie in one another; what lies deeper is read as if it lay there. */
const DEEPEST = 1_000;

/** What a group inherits from the one it lies in, and what ends with it. */
interface Group {
  destination: Destination;
  /** How many characters follow a \u that only older readers show. */
  fallback: number;
  font: number;
  isHidden: boolean;
  isBold: boolean;
}

/** What holds of a paragraph until the next \pard. */
interface ParagraphFormat {
  style: number;
  outline: number | null;
  list: number;
  depth: number;
  isInTable: boolean;
}

const PLAIN_PARAGRAPH: ParagraphFormat = { style: 0, outline: null, list: 0, depth: 0, isInTable: false };

export interface ReadRtf {
  blocks: DraftBlock[];
  title: string;
  author: string;
}

/** Reads RTF: the text in its code pages and Unicode, paragraphs, headings, lists, rows of tables, and the notes last. */
export function readRtf(bytes: Uint8Array): ReadRtf {
  return new RtfReader(bytes).read();
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const STAR = 0x2a;
const SPACE = 0x20;

class RtfReader {
  readonly #bytes: Buffer;
  #at = 0;
  #group: Group = { destination: "text", fallback: 1, font: -1, isHidden: false, isBold: false };
  readonly #outer: Group[] = [];
  #tooDeep = 0;
  /** True after \*, until the word that it makes ignorable. */
  #isIgnorable = false;
  /** How many characters are still to be passed over after a \u. */
  #toSkip = 0;
  #codePage = "cp1252";
  #defaultFont = 0;
  readonly #fonts = new Map<number, string>();
  readonly #styles = new Map<number, string>();
  /** The number and the name of the style that is being defined. */
  #style = { number: 0, name: "" };
  /** Bytes that wait to be decoded together, since a letter may take two. */
  readonly #raw: number[] = [];
  #text = "";
  #hasPlainText = false;
  #hasMarker = false;
  #format: ParagraphFormat = { ...PLAIN_PARAGRAPH };
  #cells: string[] = [];
  #cell = "";
  readonly #blocks: DraftBlock[] = [];
  readonly #notes: string[] = [];
  #title = "";
  #author = "";

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): ReadRtf {
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at++] ?? 0;
      if (byte === BACKSLASH) this.#readControl();
      else if (byte === OPEN) this.#openGroup();
      else if (byte === CLOSE) this.#closeGroup();
      else if (byte >= SPACE || byte === 0x09) this.#addByte(byte);
    }
    this.#endParagraph();
    this.#endRow();
    const notes = this.#notes.map((note, index): DraftBlock => {
      return { kind: "paragraph", level: 1, text: `[${index + 1}] ${note.trim()}` };
    });
    return { blocks: [...this.#blocks, ...notes], title: this.#title.trim(), author: this.#author.trim() };
  }

  #openGroup(): void {
    this.#flush();
    this.#toSkip = 0;
    if (this.#outer.length >= DEEPEST) {
      this.#tooDeep++;
      return;
    }
    this.#outer.push(this.#group);
    this.#group = { ...this.#group };
  }

  #closeGroup(): void {
    this.#flush();
    this.#toSkip = 0;
    this.#isIgnorable = false;
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    this.#group = this.#outer.pop() ?? this.#group;
  }

  #readControl(): void {
    const first = this.#bytes[this.#at] ?? 0;
    if (isLetter(first)) {
      this.#readWord();
      return;
    }
    this.#at++;
    if (first === QUOTE) {
      const code = Number.parseInt(this.#bytes.toString("latin1", this.#at, this.#at + 2), 16);
      this.#at += 2;
      if (!Number.isNaN(code)) this.#addByte(code);
    } else if (first === STAR) {
      this.#isIgnorable = true;
    } else if (first === 0x0a || first === 0x0d) {
      this.#act("par", null);
    } else {
      const character = CHARACTERS.get(String.fromCharCode(first));
      if (character) this.#addCharacters(character);
    }
  }

  #readWord(): void {
    const start = this.#at;
    while (isLetter(this.#bytes[this.#at] ?? 0)) this.#at++;
    const word = this.#bytes.toString("latin1", start, this.#at);
    const number = this.#readNumber();
    if (this.#bytes[this.#at] === SPACE) this.#at++;
    if (word === "bin") {
      this.#at += Math.max(0, number ?? 0);
      return;
    }
    if (this.#toSkip > 0 && CHARACTERS.has(word)) {
      this.#toSkip--;
      return;
    }
    // Programs that write no fallback must not lose what follows for it.
    this.#toSkip = 0;
    const isIgnorable = this.#isIgnorable;
    this.#isIgnorable = false;
    if (this.#group.destination === "nowhere" && !LEADS_OUT_OF_NOWHERE.has(word)) return;
    const destination = DESTINATIONS.get(word);
    if (destination) this.#begin(word, destination);
    else if (isIgnorable && !READ_THOUGH_IGNORABLE.has(word)) this.#begin(word, "nowhere");
    else this.#act(word, number);
  }

  #readNumber(): number | null {
    const start = this.#at;
    if (this.#bytes[this.#at] === 0x2d) this.#at++;
    while (isDigit(this.#bytes[this.#at] ?? 0) && this.#at - start < 12) this.#at++;
    const number = Number.parseInt(this.#bytes.toString("latin1", start, this.#at), 10);
    if (!Number.isNaN(number)) return number;
    this.#at = start;
    return null;
  }

  #begin(word: string, destination: Destination): void {
    this.#flush();
    const { destination: outer } = this.#group;
    // What lies in a note or in the title belongs to it, and a picture in a header is no text either.
    if (destination === "text" && outer !== "nowhere") return;
    if (word === "result" || word === "shptxt" || destination !== "text") this.#group.destination = destination;
    if (destination === "marker") this.#hasMarker = true;
    if (destination === "note") {
      this.#text += `[${this.#notes.length + 1}]`;
      this.#notes.push("");
    }
  }

  #act(word: string, number: number | null): void {
    const group = this.#group;
    const isOn = number !== 0;
    const character = CHARACTERS.get(word);
    if (character) {
      this.#addCharacters(character);
      return;
    }
    this.#flush();
    switch (word) {
      case "u":
        if (number !== null) this.#put(unicodeOf(number & 0xffff));
        this.#toSkip = group.fallback;
        return;
      case "uc":
        group.fallback = Math.min(16, Math.max(0, number ?? 1));
        return;
      case "ansicpg":
        if (iconv.encodingExists(`cp${number}`)) this.#codePage = `cp${number}`;
        return;
      case "mac":
        this.#codePage = "macroman";
        return;
      case "pc":
        this.#codePage = "cp437";
        return;
      case "pca":
        this.#codePage = "cp850";
        return;
      case "deff":
        this.#defaultFont = number ?? 0;
        return;
      case "f":
        group.font = number ?? 0;
        return;
      case "fcharset":
        if (group.destination === "fonts") this.#fonts.set(group.font, CODE_PAGES.get(number ?? 0) ?? this.#codePage);
        return;
      case "cpg":
        if (group.destination === "fonts" && iconv.encodingExists(`cp${number}`))
          this.#fonts.set(group.font, `cp${number}`);
        return;
      case "v":
      case "deleted":
        group.isHidden = isOn;
        return;
      case "b":
        group.isBold = isOn;
        return;
      case "plain":
        Object.assign(group, { isHidden: false, isBold: false, font: this.#defaultFont });
        return;
      default:
        this.#actOnParagraph(word, number);
    }
  }

  #actOnParagraph(word: string, number: number | null): void {
    if (word === "s" && this.#group.destination === "styles") this.#style = { number: number ?? 0, name: "" };
    if (this.#group.destination === "note") {
      if (word === "par") this.#put(" ");
      return;
    }
    if (this.#group.destination !== "text") return;
    switch (word) {
      case "par":
      case "sect":
      case "page":
      case "column":
        this.#endParagraph();
        return;
      case "pard":
        this.#format = { ...PLAIN_PARAGRAPH };
        return;
      case "s":
        this.#format.style = number ?? 0;
        return;
      case "outlinelevel":
        this.#format.outline = number;
        return;
      case "ls":
        this.#format.list = number ?? 0;
        return;
      case "ilvl":
        this.#format.depth = number ?? 0;
        return;
      case "intbl":
        this.#format.isInTable = true;
        return;
      case "cell":
      case "nestcell":
        this.#endCell();
        return;
      case "row":
      case "nestrow":
        this.#endRow();
    }
  }

  #addByte(byte: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    if (this.#group.destination !== "nowhere" && !this.#group.isHidden) this.#raw.push(byte);
  }

  #addCharacters(characters: string): void {
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    this.#flush();
    this.#put(characters);
  }

  /** Decodes the bytes that wait, in the code page of their font. */
  #flush(): void {
    if (this.#raw.length === 0) return;
    const bytes = Buffer.from(this.#raw);
    this.#raw.length = 0;
    const font = this.#group.font === -1 ? this.#defaultFont : this.#group.font;
    const page = this.#fonts.get(font) ?? this.#codePage;
    if (page === "symbol") this.#put(bytes.toString("latin1").replaceAll("\u00b7", "•"));
    else this.#put(isAscii(bytes) ? bytes.toString("latin1") : iconv.decode(bytes, page));
  }

  #put(characters: string): void {
    const { destination, isHidden, isBold } = this.#group;
    if (isHidden) return;
    switch (destination) {
      case "text":
        this.#text += characters;
        if (!isBold && characters.trim() !== "") this.#hasPlainText = true;
        return;
      case "note":
        this.#notes.push((this.#notes.pop() ?? "") + characters);
        return;
      case "title":
        this.#title += characters;
        return;
      case "author":
        this.#author += characters;
        return;
      case "styles":
        this.#style.name += characters;
        if (this.#style.name.includes(";"))
          this.#styles.set(this.#style.number, this.#style.name.split(";")[0]?.trim() ?? "");
    }
  }

  #endParagraph(): void {
    this.#flush();
    const text = this.#text.trim();
    const hasPlainText = this.#hasPlainText;
    const hasMarker = this.#hasMarker;
    this.#text = "";
    this.#hasPlainText = false;
    this.#hasMarker = false;
    if (text === "") return;
    if (this.#format.isInTable) {
      this.#cell = this.#cell === "" ? text : `${this.#cell} ${text}`;
      return;
    }
    const heading = this.#headingLevel();
    if (heading !== null) this.#blocks.push({ kind: "heading", level: heading, text });
    else if (hasMarker || this.#format.list > 0) {
      this.#blocks.push({ kind: "list-item", level: Math.min(9, Math.max(1, this.#format.depth + 1)), text });
    } else if (!hasPlainText && mayHeadInBold(text)) {
      this.#blocks.push({ kind: "heading", level: 2, text });
    } else this.#blocks.push({ kind: "paragraph", level: 1, text });
  }

  #headingLevel(): number | null {
    const { outline, style } = this.#format;
    if (outline !== null && outline >= 0 && outline <= 8) return Math.min(6, outline + 1);
    const name = this.#styles.get(style) ?? "";
    if (/^title$/i.test(name)) return 1;
    const level = /^heading ([1-9])$/i.exec(name)?.[1];
    return level ? Math.min(6, Number(level)) : null;
  }

  #endCell(): void {
    this.#format.isInTable = true;
    this.#endParagraph();
    this.#cells.push(this.#cell.replace(/\s+/g, " "));
    this.#cell = "";
  }

  #endRow(): void {
    if (this.#cell !== "") this.#endCell();
    const text = this.#cells.join("\t").trimEnd();
    this.#cells = [];
    if (text.trim() !== "") this.#blocks.push({ kind: "table-row", level: 1, text });
  }
}

/** Words that make text again of what lies in a group that is passed over: a text box, what a field or object shows. */
const LEADS_OUT_OF_NOWHERE: ReadonlySet<string> = new Set(["shptxt", "result", "title", "author"]);
