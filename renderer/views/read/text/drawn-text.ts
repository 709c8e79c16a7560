import { type Block, blocksOf } from "#domain/text/canonical.ts";
import type { TextRange } from "#domain/text/range.ts";
import { blockAt, type Chunk, chunksOf, estimatedHeight } from "./chunks.ts";

/** Names of classes that the drawn elements get. */
interface ClassNames {
  chunk: string;
  block: string;
  title: string;
}

/**
 * A canonical text drawn once: one element and one text node for each paragraph, in chunks that the browser skips while
 * they are off the screen. It is made without React, because it never changes and may have a hundred thousand
 * paragraphs. The text only ever enters as text nodes.
 */
export class DrawnText {
  readonly blocks: readonly Block[];
  readonly chunks: readonly (Chunk & { element: HTMLElement })[];
  readonly #nodes: Text[] = [];
  readonly #indexes = new WeakMap<Node, number>();
  readonly #host: HTMLElement;

  constructor(host: HTMLElement, text: string, title: string, names: ClassNames) {
    this.#host = host;
    this.blocks = blocksOf(text);
    const all = document.createDocumentFragment();
    this.chunks = chunksOf(this.blocks).map((chunk) => {
      const element = document.createElement("div");
      element.className = names.chunk;
      element.style.containIntrinsicSize = `auto none auto ${estimatedHeight(chunk, this.blocks)}px`;
      for (let index = chunk.first; index < chunk.beyond; index++) {
        const block = this.blocks[index];
        if (!block) continue;
        const words = text.slice(block.start, block.end);
        const isTitle = index === 0 && words.trim() === title.trim();
        const paragraph = document.createElement(isTitle ? "h1" : "p");
        paragraph.className = isTitle ? names.title : names.block;
        paragraph.dir = "auto";
        const node = document.createTextNode(words);
        paragraph.append(node);
        this.#nodes[index] = node;
        this.#indexes.set(node, index);
        this.#indexes.set(paragraph, index);
        element.append(paragraph);
      }
      all.append(element);
      return { ...chunk, element };
    });
    host.replaceChildren(all);
  }

  /** Whether the title stands in the text itself, as its first paragraph. */
  get holdsTitle(): boolean {
    return this.#nodes[0]?.parentElement?.localName === "h1";
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
    // Between elements: the start of whatever follows, or the end of the text.
    const following = node.childNodes[offset];
    const first = following?.firstChild ?? following;
    const after = first ? this.#indexes.get(first) : undefined;
    if (after !== undefined) return this.blocks[after]?.start ?? null;
    const chunk = this.chunks.find(({ element }) => element === node);
    return chunk?.end ?? this.blocks.at(-1)?.end ?? null;
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
