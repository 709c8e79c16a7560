import { SaxesParser } from "saxes";

/** What is told of an XML document as it is read. Names come without their prefix, and so do those of attributes. */
export interface XmlListener {
  open?: (name: string, attributes: ReadonlyMap<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** How deep elements may lie in one another; no document that was written lies deeper than a few dozen. */
const DEEPEST = 512;

/** An XML document that is not well formed, or nested beyond reason. */
export class MalformedXml extends Error {}

/**
 * Reads an XML document in UTF-8 or UTF-16. Nothing outside it is fetched, and no entities but those of XML itself are
 * known. Throws `MalformedXml`.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("error", ({ message }) => {
    throw new MalformedXml(message);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth++;
    if (depth > DEEPEST) throw new MalformedXml("nested too deep");
    listener.open?.(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    );
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    listener.close?.(localName(name));
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.write(decoded(bytes)).close();
}

/** The texts of the elements with these names, in their order; those inside one another count for the outer one. */
export function textsOf(bytes: Uint8Array, names: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let within: string | null = null;
  let text = "";
  readXml(bytes, {
    open: (name) => {
      if (within !== null || !names.includes(name)) return;
      within = name;
      text = "";
    },
    text: (piece) => {
      if (within !== null) text += piece;
    },
    close: (name) => {
      if (name !== within) return;
      found.set(name, [...(found.get(name) ?? []), text.trim()]);
      within = null;
    },
  });
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
