import type { BlockKind } from "#domain/text/structure.ts";
import type { DraftBlock } from "./document.ts";
import { isDataTable } from "./html-tables.ts";
import { textsIn } from "./html-walking.ts";
import { LineWriter } from "./superscripts.ts";

/** Elements that never are text, whatever they hold. */
const NEVER_TEXT: ReadonlySet<string> = new Set(
  "script style template noscript svg head title meta link iframe object embed canvas audio video map select option datalist button input textarea dialog rt rp frameset".split(
    " ",
  ),
);

/** Elements that begin and end a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul xmp".split(
    " ",
  ),
);

/**
 * Turns the elements under a node into blocks, in reading order: headings, paragraphs, items of lists, quotations, rows of
 * tables with a tab between their cells, captions. White space is drawn together as HTML does it, and no-break spaces
 * stay. One `<br>` is a line break inside a block and two are a new one; `<pre>` keeps its lines. Items of ordered lists
 * carry their number. Raised figures stay apart from those before them. What is hidden is left out.
 *
 * Goes through the tree without recursion, so that no depth of it exhausts the stack.
 */
export function blocksOfNode(root: Node): DraftBlock[] {
  const writer = new BlockWriter();
  let node: Node | null = root;
  while (node) {
    const entered: boolean = writer.enter(node);
    if (entered && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (entered) writer.leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) writer.leave(node);
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  writer.finish();
  return writer.blocks;
}

/** What an element that is open makes of the lines in it. */
interface Context {
  node: Node;
  kind: BlockKind;
  level: number;
}

/** An open list, with the number of its next item where it is ordered. */
interface OpenList {
  node: Node;
  next: number | null;
}

/** An open `<sup>`, and whether it leads to a note. */
interface Raised {
  node: Node;
  isNote: boolean;
}

class BlockWriter {
  readonly blocks: DraftBlock[] = [];
  readonly #words = new LineWriter();
  readonly #contexts: Context[] = [];
  readonly #lists: OpenList[] = [];
  #quotes = 0;
  /** The number that the first line of an item begins with. */
  #number = "";
  #pre: Node | null = null;
  readonly #raised: Raised[] = [];
  /** The link to a place in a page that is open, and holds nothing but what is raised: it leads to a note. */
  #noteLink: Node | null = null;
  #row: { node: Node; cells: string[] } | null = null;
  readonly #dataTables = new Set<Node>();

  /** Takes a node in; false where nothing under it is text. */
  enter(node: Node): boolean {
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      this.#take(node.nodeValue ?? "");
      return false;
    }
    if (node.nodeType === FRAGMENT || node.nodeType === DOCUMENT) return true;
    if (node.nodeType !== ELEMENT) return false;
    const element = node as Element;
    const name = element.localName.toLowerCase();
    if (name === "br") this.#words.add("\n");
    if (name === "br" || name === "wbr" || NEVER_TEXT.has(name) || isHidden(element)) return false;
    if (BLOCKS.has(name)) this.#endLine();
    if (name === "q") this.#words.add("“");
    this.#open(element, name);
    return true;
  }

  /** Ends an element that was entered. */
  leave(node: Node): void {
    if (node.nodeType !== ELEMENT) return;
    const name = (node as Element).localName.toLowerCase();
    if (name === "q") this.#words.add("”");
    if (this.#row && (name === "td" || name === "th")) this.#endCell();
    if (this.#row?.node === node) this.#endRow();
    if (BLOCKS.has(name)) this.#endLine();
    if (this.#contexts.at(-1)?.node === node) this.#contexts.pop();
    if (this.#lists.at(-1)?.node === node) this.#lists.pop();
    if (name === "blockquote") this.#quotes--;
    if (name === "li") this.#number = "";
    if (this.#pre === node) this.#pre = null;
    if (this.#noteLink === node) this.#noteLink = null;
    if (this.#raised.at(-1)?.node === node) this.#endRaised(this.#raised.pop());
  }

  finish(): void {
    this.#endLine();
  }

  #open(node: Element, name: string): void {
    const begin = (kind: BlockKind, level: number) => this.#contexts.push({ node, kind, level: Math.min(level, 9) });
    switch (name) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        begin("heading", Number(name[1]));
        return;
      case "ul":
      case "menu":
      case "dir":
        this.#lists.push({ node, next: null });
        return;
      case "ol":
        this.#lists.push({ node, next: wholeNumber(node.getAttribute("start")) ?? 1 });
        return;
      case "li":
        begin("list-item", Math.max(1, this.#lists.length));
        this.#number = this.#numberOf(node);
        return;
      case "blockquote":
        begin("quote", ++this.#quotes);
        return;
      case "figcaption":
      case "caption":
        begin("caption", 1);
        return;
      case "pre":
      case "listing":
      case "xmp":
        this.#pre ??= node;
        return;
      case "a":
        if (!(node.getAttribute("href") ?? "").includes("#")) return;
        this.#openPlaceLink(node, this.#raised.at(-1));
        return;
      case "sup":
        this.#raised.push({ node, isNote: this.#noteLink !== null });
        this.#words.beginRaised();
        return;
      case "table":
        if (!this.#row && isDataTable(node)) this.#dataTables.add(node);
        return;
      case "tr":
        if (this.#dataTables.has(tableOf(node))) this.#row = { node, cells: [] };
        return;
    }
  }

  #numberOf(item: Element): string {
    const list = this.#lists.at(-1);
    if (!list || list.next === null) return "";
    const number = wholeNumber(item.getAttribute("value")) ?? list.next;
    list.next = number + 1;
    return `${number}. `;
  }

  #take(text: string): void {
    this.#words.add(this.#pre ? text.replace(/\r\n?/g, "\n") : text.replace(HTML_SPACES, " "));
  }

  /** Takes in a link to a place in a page, such as a section or a note. */
  #openPlaceLink(link: Element, raised: Raised | undefined): void {
    if (raised) raised.isNote = true;
    else if (holdsRaisedAlone(link)) this.#noteLink ??= link;
  }

  #endRaised(raised: Raised | undefined): void {
    if (raised?.isNote) this.#words.endRaisedNote();
    else this.#words.endRaised();
  }

  /** Ends a line where a block begins or ends: in a cell that is a space. */
  #endLine(): void {
    if (this.#words.isEmpty) return;
    if (this.#row) {
      this.#words.add(" ");
      return;
    }
    const words = this.#words.take();
    const { kind, level } = this.#contexts.at(-1) ?? { kind: "paragraph", level: 1 };
    for (const text of this.#pre ? [linesOf(words)] : paragraphsOf(words)) {
      if (text === "") continue;
      this.blocks.push({ kind, level, text: `${this.#number}${text}` });
      this.#number = "";
    }
  }

  #endCell(): void {
    this.#row?.cells.push(this.#words.take().replace(HTML_SPACES, " ").replace(OUTER_SPACES, ""));
  }

  #endRow(): void {
    // Words that stand in the row and in no cell are shown before the table, and are its own mistake.
    if (!this.#words.isEmpty) this.#endCell();
    const cells = this.#row?.cells ?? [];
    this.#row = null;
    while (cells.at(-1) === "") cells.pop();
    if (cells.length > 0) this.blocks.push({ kind: "table-row", level: 1, text: cells.join("\t") });
  }
}

/** Node types, by the numbers that the DOM gives them; there is no global `Node` on this side. */
const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const DOCUMENT = 9;
const FRAGMENT = 11;

/** White space as HTML draws it together. No-break spaces are none of it. */
const HTML_SPACES = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;
const OUTER_SPACES = /^ +| +$/g;

/** The paragraphs of a line of words in which only `<br>` is a line feed: two or more of them part paragraphs. */
function paragraphsOf(words: string): string[] {
  return words
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^[ \n]+|[ \n]+$/g, ""));
}

/** The lines of preformatted text, without the empty ones at its ends. */
function linesOf(words: string): string {
  return words.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}

function isHidden(element: Element): boolean {
  const hidden = element.getAttribute("hidden");
  if (hidden !== null && hidden.toLowerCase() !== "until-found") return true;
  const style = element.getAttribute("style");
  return style !== null && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** The mark of a note is short; links around whole paragraphs are none. */
const MOST_IN_MARK = 40;

/** Whether a link holds raised words and no others: one of more words leads to what these name. */
function holdsRaisedAlone(link: Element): boolean {
  const texts = [...textsIn(link, MOST_IN_MARK)].filter(({ nodeValue }) => /\S/.test(nodeValue ?? ""));
  return texts.length > 0 && texts.every((text) => isInRaised(text, link));
}

function isInRaised(text: Node, link: Node): boolean {
  for (let node = text.parentNode; node && node !== link; node = node.parentNode) {
    if (node.nodeName.toLowerCase() === "sup") return true;
  }
  return false;
}

function tableOf(row: Node): Node {
  let node: Node = row;
  while (node.parentNode && node.nodeName.toLowerCase() !== "table") node = node.parentNode;
  return node;
}

function wholeNumber(written: string | null): number | null {
  const figures = /^\s*([+-]?\d{1,9})/.exec(written ?? "")?.[1];
  return figures === undefined ? null : Number(figures);
}
