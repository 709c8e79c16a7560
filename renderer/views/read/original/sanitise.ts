import DOMPurify, { type Config } from "dompurify";
import { words } from "../words.ts";

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

/** A page that is harmless. */
interface HarmlessPage {
  content: DocumentFragment;
  /** The side from which it says that it runs; `auto` where it leaves that to its letters. */
  direction: "ltr" | "rtl" | "auto";
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
  const content = document.createDocumentFragment();
  content.append(...body.childNodes);
  return { content, direction: directionOf(body.dir || page.dir), language: body.lang || page.lang };
}

function directionOf(stated: string): HarmlessPage["direction"] {
  return stated === "ltr" || stated === "rtl" ? stated : "auto";
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
