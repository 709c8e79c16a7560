import { SaxesParser } from "saxes";

/** The XML of a part of a Word document without its hidden words, and whether there were any. */
export interface ShownPart {
  xml: string;
  hasHiddenWords: boolean;
}

/** What styles say of their text: by the identifier of the style, whether it is hidden. */
export type HidingStyles = ReadonlyMap<string, boolean>;

/** How many styles one may be based on; those of Word are on a handful. */
const MOST_BASES = 20;

/** What a run shows. What makes fields stays in hidden runs, since a field is spread over several. */
const SHOWN = new Set([
  ...["t", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "softHyphen"],
  ...["footnoteReference", "endnoteReference", "drawing", "pict", "object", "AlternateContent", "ruby"],
]);

/** Which styles hide their text (`w:vanish`), of themselves or by the style that they are based on. */
export function hidingStyles(xml: string): HidingStyles {
  const own = new Map<string, { base: string; isHidden: boolean | null }>();
  if (!xml.includes("vanish")) return new Map();
  const path: string[] = [];
  let current = { base: "", isHidden: null as boolean | null };
  readElements(xml, {
    open: (name, attributes) => {
      if (name === "style") {
        current = { base: "", isHidden: null };
        own.set(attributes.get("styleId") ?? "", current);
      } else if (name === "basedOn") current.base = attributes.get("val") ?? "";
      else if (name === "vanish" && path.at(-1) === "rPr" && path.at(-2) === "style")
        current.isHidden = isOn(attributes);
      path.push(name);
    },
    close: () => void path.pop(),
  });
  const found = new Map<string, boolean>();
  for (const id of own.keys()) {
    let style = own.get(id);
    for (let step = 0; style && style.isHidden === null && step < MOST_BASES; step++) style = own.get(style.base);
    if (style?.isHidden != null) found.set(id, style.isHidden);
  }
  return found;
}

/** A run or a paragraph that is open: whether its own properties or its style hide it, where they say anything. */
interface OpenElement {
  name: string;
  start: number;
  isHidden: boolean | null;
  styleHides: boolean | null;
  /** The paragraph that it lies in, itself not among them. */
  paragraph: OpenElement | null;
}

/**
 * Takes the words out of a part that are hidden (`w:vanish`) by the properties of their run, its style or that of its
 * paragraph, in this order. Everything else stays as it is written.
 */
export function withoutHiddenWords(xml: string, styles: HidingStyles): ShownPart {
  if (styles.size === 0 && !xml.includes("vanish")) return { xml, hasHiddenWords: false };
  const path: OpenElement[] = [];
  const kept: string[] = [];
  let from = 0;
  let leftOut = 0;
  let hasHiddenWords = false;
  readElements(xml, {
    open: (name, attributes, start) => {
      const within = path.at(-1);
      const outer = path.at(-2);
      const isOfRun = within?.name === "rPr" && outer?.name === "r";
      const isOfParagraph = within?.name === "pPr" && outer?.name === "p";
      if (isOfRun && name === "vanish") outer.isHidden = isOn(attributes);
      else if ((isOfRun && name === "rStyle") || (isOfParagraph && name === "pStyle"))
        outer.styleHides = styles.get(attributes.get("val") ?? "") ?? null;
      const paragraph = within?.name === "p" ? within : (within?.paragraph ?? null);
      path.push({ name, start, isHidden: null, styleHides: null, paragraph });
      if (leftOut > 0 || (within?.name === "r" && SHOWN.has(name) && isHidden(within))) leftOut++;
    },
    text: (text) => {
      if (leftOut > 0 && path.at(-1)?.name === "t" && text.trim() !== "") hasHiddenWords = true;
    },
    close: (end) => {
      const closed = path.pop();
      if (leftOut === 0 || --leftOut > 0 || !closed) return;
      kept.push(xml.slice(from, closed.start));
      from = end;
    },
  });
  return { xml: kept.join("") + xml.slice(from), hasHiddenWords };
}

const isHidden = (run: OpenElement) => run.isHidden ?? run.styleHides ?? run.paragraph?.styleHides ?? false;

const isOn = (attributes: ReadonlyMap<string, string>) => !/^(?:0|false|off)$/i.test(attributes.get("val") ?? "");

/** What is told of a part while it is read. Names come without their prefix; places count from the beginning of the XML. */
interface ElementListener {
  open: (name: string, attributes: ReadonlyMap<string, string>, start: number) => void;
  text?: (text: string) => void;
  close: (end: number) => void;
}

/** Reads the elements of a part as far as it is XML; what objects to the rest is the reader of the whole document. */
function readElements(xml: string, listener: ElementListener): void {
  const parser = new SaxesParser({ position: true });
  parser.on("error", () => undefined);
  parser.on("opentag", ({ name, attributes }) => {
    const start = Math.max(0, xml.lastIndexOf(`<${name}`, parser.position - 1));
    listener.open(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
      start,
    );
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("closetag", () => listener.close(parser.position));
  parser.write(xml).close();
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);
