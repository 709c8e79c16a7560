import DOMPurify, { type Config } from "dompurify";
import { words } from "../words.ts";
import { BY_LETTERS } from "./empty-page.ts";

/**
 * What may stay of a page. Whatever is not named goes: scripts, styles, forms, frames, drawings in markup, media, links.
 * The words of unknown elements stay.
 */
const TAGS = [
  ..."a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt".split(
    " ",
  ),
  ..."em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q rp rt ruby".split(
    " ",
  ),
  ..."s samp section small span strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
    " ",
  ),
];

/** Attributes that may stay, save `src`, which may hold but a picture. */
const ATTRIBUTES = [
  ..."align alt colspan datetime dir headers hidden lang open reversed rowspan scope span start style title valign value".split(
    " ",
  ),
  "width",
];

/** Of the style of an element only what sets its words. Nothing that hides, moves or loads. */
const SETTINGS = ["font-style", "font-weight", "text-align", "text-decoration-line", "vertical-align", "white-space"];

/** Pictures that are in the page itself, of kinds that are nothing but pictures. */
const PICTURE = /^data:image\/(png|jpe?g|gif|webp|avif|bmp);/i;

const CONFIG = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: [...ATTRIBUTES, "src"],
  // Of those that hold no address the value is not held against what an address may be.
  ADD_URI_SAFE_ATTR: ATTRIBUTES,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: PICTURE,
  SANITIZE_NAMED_PROPS: true,
  ADD_FORBID_CONTENTS: ["button", "select", "textarea", "object", "applet", "form-associated", "audio", "canvas"],
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
} satisfies Config;

/** Scripts that are written from the right. */
const FROM_THE_RIGHT =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

/** A page that is harmless. */
interface HarmlessPage {
  content: DocumentFragment;
  /** The side from which it says that it runs, or else its first letter does. */
  direction: "ltr" | "rtl";
  /** Whether it leaves to the letters of each line from which side that runs. */
  isByLetters: boolean;
  /** The language that it says it is in, as a tag; empty where it says none. */
  language: string;
}

/**
 * Makes the markup of an original harmless: words and how they are set, and the pictures that are in it. What comes back
 * is drawn as it is and never written out and read again, so that no reading can make something else of it.
 */
export function sanitised(markup: string): HarmlessPage {
  const page = DOMPurify.sanitize(markup, CONFIG);
  if (!(page instanceof HTMLElement)) throw new Error("A page was made harmless that is no page any more.");
  const body = page.querySelector("body") ?? page;
  for (const element of page.querySelectorAll<HTMLElement>("[style]")) keepSettings(element);
  for (const picture of page.querySelectorAll("img")) {
    if (!PICTURE.test(picture.getAttribute("src") ?? "")) picture.replaceWith(placeholder(picture));
  }
  for (const details of page.querySelectorAll("details")) details.open = true;
  for (const cell of page.querySelectorAll("[colspan], [rowspan], [span]")) limitSpans(cell);
  for (const block of body.querySelectorAll<HTMLElement>("[dir]")) leaveToLetters(block);
  const content = document.createDocumentFragment();
  content.append(...body.childNodes);
  const stated = [body.dir, page.dir].find((side) => side !== "");
  const isByLetters = stated !== "ltr" && stated !== "rtl";
  const direction = isByLetters ? sideOf(content.textContent ?? "") : stated;
  return { content, direction, isByLetters, language: body.lang || page.lang };
}

/** Takes from a cell that it goes over more columns or rows than any that is meant to be read. */
function limitSpans(cell: Element): void {
  for (const name of ["colspan", "rowspan", "span"]) {
    if (!/^0*[1-9]\d?$/.test(cell.getAttribute(name)?.trim() ?? "1")) cell.removeAttribute(name);
  }
}

/** The browser asks all that is in an element of direction `auto` again for each thing put into it: its lines are told by a class. */
function leaveToLetters(block: HTMLElement): void {
  if (block.dir === "ltr" || block.dir === "rtl") return;
  if (block.dir === "auto") block.className = BY_LETTERS;
  block.removeAttribute("dir");
}

/** The side from which a text runs, by its first letter. */
function sideOf(text: string): "ltr" | "rtl" {
  const [first = ""] = /\p{L}/u.exec(text) ?? [];
  return FROM_THE_RIGHT.test(first) ? "rtl" : "ltr";
}

function keepSettings(element: HTMLElement): void {
  const kept = SETTINGS.map((name) => [name, element.style.getPropertyValue(name)] as const);
  element.removeAttribute("style");
  for (const [name, value] of kept) element.style.setProperty(name, value);
}

/** Stands for a picture that would have to be fetched, and says what is said of it. */
function placeholder(picture: HTMLImageElement): HTMLElement {
  const standIn = picture.ownerDocument.createElement("span");
  standIn.className = "picture";
  standIn.textContent = words.original.picture(picture.alt.trim());
  return standIn;
}
