import { type Block, blocksOf } from "#domain/text/canonical.ts";
import type { TextRange } from "#domain/text/range.ts";
import { type BlockKind, type KindOfBlock, kindsOf, type TextStructure } from "#domain/text/structure.ts";
import { blockAt, type Chunk, chunksOf, estimatedHeight } from "./chunks.ts";
import { headingRanks } from "./outline.ts";

/** Names of classes that the drawn elements get: of a chunk, the title, every block, and each kind of block besides. */
export type ClassNames = Record<"chunk" | "title" | "block" | BlockKind, string>;

/** What is drawn. */
export interface Drawable {
  text: string;
  title: string;
  structure: TextStructure;
}

/** The title stands among the first lines, if it is in the text at all; a kicker or a dateline may come before it. */
const TITLE_WITHIN = 4;

/** The deepest step to which lists and quotes are moved in. */
const DEEPEST = 5;

/**
 * A canonical text drawn once: one element and one text node for each paragraph, in chunks that the browser skips while
 * they are off the screen. It is made without React, because it never changes and may have a hundred thousand
 * paragraphs. The text only ever enters as text nodes, and nothing enters beside it: bullets and rules are drawn by the
 * style, so that offsets stay exact.
 */
export class DrawnText {
  readonly blocks: readonly Block[];
  readonly chunks: readonly (Chunk & { element: HTMLElement })[];
  readonly #nodes: Text[] = [];
  readonly #indexes = new WeakMap<Node, number>();
  readonly #host: HTMLElement;
  /** Whether the title stands in the text itself, as one of its first lines. */
  readonly holdsTitle: boolean;
  /** Where the text of a chunk, list or quotation ends. */
  readonly #ends = new WeakMap<Node, number>();

  constructor(host: HTMLElement, { text, title, structure }: Drawable, names: ClassNames) {
    this.#host = host;
    this.blocks = blocksOf(text);
    const kinds = kindsOf(this.blocks, structure);
    const titleAt = this.blocks
      .slice(0, TITLE_WITHIN)
      .findIndex(({ start, end }) => text.slice(start, end).trim() === title.trim());
    this.holdsTitle = titleAt !== -1;
    const ranks = headingRanks(kinds, titleAt);
    const all = document.createDocumentFragment();
    this.chunks = chunksOf(this.blocks).map((chunk) => {
      const element = document.createElement("div");
      element.className = names.chunk;
      element.style.containIntrinsicSize = `auto none auto ${estimatedHeight(chunk, this.blocks, kinds)}px`;
      let group = null as HTMLElement | null;
      for (let index = chunk.first; index < chunk.beyond; index++) {
        const block = this.blocks[index];
        const kind = kinds[index];
        if (!block || !kind) continue;
        const isTitle = index === titleAt;
        const drawn = isTitle ? document.createElement("h1") : elementOf(kind, ranks[index] ?? null);
        drawn.className = isTitle ? names.title : `${names.block} ${names[kind.kind]}`;
        drawn.dir = "auto";
        const node = document.createTextNode(text.slice(block.start, block.end));
        drawn.append(node);
        this.#nodes[index] = node;
        this.#indexes.set(node, index);
        this.#indexes.set(drawn, index);
        const wanted = isTitle ? undefined : GROUPS[kind.kind];
        if (group?.localName !== wanted) {
          group = wanted === undefined ? null : document.createElement(wanted);
          if (group) element.append(group);
        }
        (group ?? element).append(drawn);
        if (group) this.#ends.set(group, block.end);
      }
      all.append(element);
      this.#ends.set(element, chunk.end);
      return { ...chunk, element };
    });
    host.replaceChildren(all);
  }

  /** The place of an offset in the page. An offset between paragraphs goes to the end of the one before. */
  placeOf(offset: number): { node: Text; offset: number } | null {
    const index = blockAt(this.blocks, offset);
    const block = this.blocks[index];
    const node = this.#nodes[index];
    return block && node ? { node, offset: Math.max(0, Math.min(offset, block.end) - block.start) } : null;
  }

  /** The offset of a place in the page, or null where the place lies outside the text. */
  offsetOf(node: Node | null, offset: number): number | null {
    if (!node || !this.#host.contains(node)) return null;
    const index = this.#indexes.get(node);
    const block = index === undefined ? undefined : this.blocks[index];
    if (block) {
      if (node instanceof Text) return block.start + offset;
      return offset === 0 ? block.start : block.end;
    }
    // Between elements: the start of whatever follows, or the end of what the elements stand in.
    for (let first: Node | null | undefined = node.childNodes[offset]; first; first = first.firstChild) {
      const after = this.#indexes.get(first);
      if (after !== undefined) return this.blocks[after]?.start ?? null;
    }
    return this.#ends.get(node) ?? this.blocks.at(-1)?.end ?? null;
  }

  /** A range that the highlights take. It never has to follow changes, since the text has none. */
  staticRangeOf({ start, end }: TextRange): StaticRange | null {
    const from = this.placeFollowing(start);
    const to = this.placeOf(end);
    if (!from || !to) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** A range that can be measured. */
  rangeOf({ start, end }: TextRange): Range | null {
    const from = this.placeFollowing(start);
    const to = this.placeOf(end);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The element of the paragraph that holds the offset. */
  paragraphOf(offset: number): HTMLElement | null {
    return this.#nodes[blockAt(this.blocks, offset)]?.parentElement ?? null;
  }

  /** Like `placeOf`, but an offset between paragraphs goes to the start of the one after. */
  placeFollowing(offset: number): { node: Text; offset: number } | null {
    const index = blockAt(this.blocks, offset);
    const block = this.blocks[index];
    const next = this.blocks[index + 1];
    return block && next && offset > block.end ? this.placeOf(next.start) : this.placeOf(offset);
  }
}

/** What lines of a kind stand in together. Lists and quotations are told apart by ear as well as by eye. */
const GROUPS: Partial<Record<BlockKind, "ul" | "blockquote">> = { "list-item": "ul", quote: "blockquote" };

function elementOf({ kind, level }: KindOfBlock, rank: number | null): HTMLElement {
  const element = document.createElement(rank !== null ? `h${rank}` : kind === "list-item" ? "li" : "p");
  if (kind === "list-item" || kind === "quote") element.style.setProperty("--depth", String(Math.min(level, DEEPEST)));
  if (kind === "list-item" && level > 1) element.ariaLevel = String(level);
  return element;
}
