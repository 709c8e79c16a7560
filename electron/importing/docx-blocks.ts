import type { BlockKind, KindOfBlock } from "#domain/text/structure.ts";
import type { DraftBlock, StatedFields } from "./document.ts";
import { mayHeadInBold } from "./headings.ts";
import { LineWriter } from "./superscripts.ts";

/** What mammoth reads a Word document as; only what is used here. */
export interface WordElement {
  type: string;
  children?: WordElement[];
  value?: string;
  styleName?: string | null;
  numbering?: { level: string; isOrdered: boolean } | null;
  isBold?: boolean;
  verticalAlignment?: string;
  breakType?: string;
  noteType?: string;
  noteId?: string;
  notes?: { resolve: (reference: WordElement) => WordElement | undefined };
  body?: WordElement[];
}

/** How deep elements may lie in one another. */
const DEEPEST = 200;

/** Styles of Word that say what a paragraph is; they keep these names in every language of Word. */
const STYLES: readonly { pattern: RegExp; kind: BlockKind; level: number }[] = [
  { pattern: /^title$/i, kind: "heading", level: 1 },
  { pattern: /^subtitle$/i, kind: "heading", level: 2 },
  { pattern: /^(intense )?quote$|^block text$|^quotations$/i, kind: "quote", level: 1 },
  { pattern: /^caption$/i, kind: "caption", level: 1 },
  { pattern: /^list( bullet| number)? ?\d?$/i, kind: "list-item", level: 1 },
];

/**
 * The blocks of a Word document: each paragraph one, each row of a table one with tabs between its cells, and the notes
 * at the end, each with the figure that refers to it in brackets, as in the text.
 */
export function blocksOfWordDocument(document: WordElement): DraftBlock[] {
  const reader = new WordReader(document);
  reader.readAll(document.children ?? [], 0);
  reader.readNotes();
  return reader.blocks;
}

/** The title that stands in the document in the style of titles. */
export function wordTitleOf(document: WordElement): StatedFields {
  const title = document.children?.find(
    ({ type, styleName }) => type === "paragraph" && /^title$/i.test(styleName ?? ""),
  );
  const value = title ? new WordReader(document).textOf(title, 0).trim() : "";
  return value === "" ? {} : { title: { value, from: "document" } };
}

class WordReader {
  readonly blocks: DraftBlock[] = [];
  readonly #document: WordElement;
  readonly #notes: WordElement[] = [];

  constructor(document: WordElement) {
    this.#document = document;
  }

  readAll(elements: readonly WordElement[], depth: number): void {
    if (depth > DEEPEST) return;
    for (const element of elements) {
      if (element.type === "paragraph") this.#readParagraph(element, depth);
      else if (element.type === "table") this.#readTable(element, depth);
      else this.readAll(element.children ?? [], depth + 1);
    }
  }

  /** Each note once, in the order in which the text refers to them; notes may refer to notes. */
  readNotes(): void {
    for (const [index, reference] of this.#notes.entries()) {
      const body = this.#document.notes?.resolve(reference)?.body ?? [];
      const text = body.map((element) => this.textOf(element, 0).trim()).join(" ");
      this.blocks.push({ kind: "paragraph", level: 1, text: `[${index + 1}] ${text}` });
    }
  }

  /** The words in an element. */
  textOf(element: WordElement, depth: number): string {
    const line = new LineWriter();
    this.#write(element, line, depth);
    return line.take();
  }

  #write(element: WordElement, line: LineWriter, depth: number): void {
    if (depth > DEEPEST) return;
    const { type, children = [] } = element;
    switch (type) {
      case "text":
        line.add(element.value ?? "");
        return;
      case "tab":
        line.add("\t");
        return;
      case "break":
        line.add(element.breakType === "line" ? "\n" : " ");
        return;
      case "noteReference":
        line.addMark(`[${this.#numberOf(element)}]`);
        return;
      case "tableCell":
      case "tableRow":
      case "table":
        line.add(children.map((child) => this.textOf(child, depth + 1)).join(" "));
        return;
    }
    if (isRaised(element)) line.beginRaised();
    for (const child of children) this.#write(child, line, depth + 1);
    if (isRaised(element)) line.endRaised();
  }

  #numberOf(reference: WordElement): number {
    const isSame = ({ noteType, noteId }: WordElement) =>
      noteType === reference.noteType && noteId === reference.noteId;
    const known = this.#notes.findIndex(isSame);
    return known === -1 ? this.#notes.push(reference) : known + 1;
  }

  #readParagraph(paragraph: WordElement, depth: number): void {
    const text = this.textOf(paragraph, depth).trim();
    if (text !== "") this.blocks.push({ ...kindOf(paragraph, text), text });
  }

  #readTable(table: WordElement, depth: number): void {
    const rows = (table.children ?? []).filter(({ type }) => type === "tableRow");
    // A table of one cell is a frame, and what stands in it is ordinary text.
    const only = rows.length === 1 ? rows[0]?.children : undefined;
    if (only?.length === 1) {
      this.readAll(only[0]?.children ?? [], depth + 1);
      return;
    }
    for (const row of rows) {
      const cells = (row.children ?? []).map((cell) =>
        this.textOf(cell, depth + 1)
          .replace(/\s+/g, " ")
          .trim(),
      );
      const text = cells.join("\t");
      if (text.trim() !== "") this.blocks.push({ kind: "table-row", level: 1, text });
    }
  }
}

function isRaised({ type, verticalAlignment }: WordElement): boolean {
  return type === "run" && verticalAlignment === "superscript";
}

function kindOf(paragraph: WordElement, text: string): KindOfBlock {
  const style = paragraph.styleName ?? "";
  const heading = /^heading ([1-9])$/i.exec(style)?.[1];
  if (heading) return { kind: "heading", level: Math.min(6, Number(heading)) };
  if (paragraph.numbering) return { kind: "list-item", level: Math.min(9, Number(paragraph.numbering.level) + 1 || 1) };
  const known = STYLES.find(({ pattern }) => pattern.test(style));
  if (known) return { kind: known.kind, level: known.level };
  const isHeading = mayHeadInBold(text) && isBold(paragraph, 0);
  return isHeading ? { kind: "heading", level: 2 } : { kind: "paragraph", level: 1 };
}

/** Whether all words of a paragraph are bold. */
function isBold(element: WordElement, depth: number): boolean {
  if (element.type === "run") return element.isBold === true || !hasText(element);
  return depth < DEEPEST && (element.children ?? []).every((child) => isBold(child, depth + 1));
}

function hasText(run: WordElement): boolean {
  return (run.children ?? []).some(({ type, value }) => type === "text" && (value ?? "").trim() !== "");
}
