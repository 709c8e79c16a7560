import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Found, FoundText } from "./found.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Finds passages, texts and hashes in an HTML report. parse5 reads HTML as browsers do, so that what is checked is what is seen. */
export function findInHtml(file: string): Found {
  const found: Found = { passages: [], texts: [], hashes: [] };
  visit(parse(file), (element) => {
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
  });
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

function visit(node: Node, onElement: (element: Element) => void): void {
  if ("tagName" in node) onElement(node);
  if ("childNodes" in node) for (const child of node.childNodes) visit(child, onElement);
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
