import { type DefaultTreeAdapterTypes, Parser } from "parse5";
import type { Found, FoundText } from "./found.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** So many characters are read, or elements looked at, before somebody else has a turn. */
const CHARACTERS_AT_ONCE = 65_536;
const NODES_AT_ONCE = 2_000;

/**
 * Finds passages, texts and hashes in an HTML report, some at a time. parse5 reads HTML as browsers do, so that what is
 * checked is what is seen.
 */
export function* findInHtml(file: string): Generator<null, Found> {
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>();
  for (let from = 0; from < file.length; from += CHARACTERS_AT_ONCE) {
    parser.tokenizer.write(file.slice(from, from + CHARACTERS_AT_ONCE), false);
    yield null;
  }
  parser.tokenizer.write("", true);
  const found: Found = { passages: [], texts: [], hashes: [] };
  let looked = 0;
  for (const element of elementsOf(parser.document)) {
    if (++looked % NODES_AT_ONCE === 0) yield null;
    const value = (name: string) => attributeOf(element, name);
    if (value("data-passage") !== null) {
      found.passages.push({
        spanId: value("data-passage") ?? "",
        articleId: value("data-article") ?? "",
        start: numberIn(value("data-start")),
        end: numberIn(value("data-end")),
        textSha256: value("data-text-sha256") ?? "",
        quote: wordsOf(element),
      });
    } else if (element.tagName === "div" && value("data-text-sha256") !== null) {
      found.texts.push(textOf(element));
    } else if (value("class") === "hash") {
      found.hashes.push(...(wordsOf(element).match(/\b[0-9a-f]{64}\b/gi) ?? []));
    }
  }
  return found;
}

function textOf(element: Element): FoundText {
  const marks: FoundText["marks"] = [];
  let text = "";
  const walk = (node: Node) => {
    if ("value" in node) text += node.value;
    if (!("childNodes" in node)) return;
    // Numbers of claims stand in the text and are not of it. Anything else that is set so would be words slipped in.
    if ("tagName" in node && node.tagName === "sup" && /^…?C\d{1,6}…?$/.test(wordsOf(node))) return;
    const drawnStart = text.length;
    for (const child of node.childNodes) walk(child);
    if (!("tagName" in node)) return;
    for (const place of attributeOf(node, "data-passages")?.split("; ") ?? []) {
      const [spanId = "", start, end] = place.split(" ");
      marks.push({ spanId, start: numberIn(start), end: numberIn(end), drawnStart, drawnEnd: text.length });
    }
  };
  walk(element);
  return {
    articleId: attributeOf(element, "data-article") ?? "",
    textSha256: attributeOf(element, "data-text-sha256") ?? "",
    text,
    marks,
    drawn: [],
  };
}

/** The elements of a document in the order in which they begin. */
function* elementsOf(document: Node): Generator<Element> {
  const waiting = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("tagName" in node) yield node;
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
}

function wordsOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(wordsOf).join("") : "";
}

function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** A whole number, or NaN, which lies within no text. */
function numberIn(value: string | null | undefined): number {
  return value && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
}
