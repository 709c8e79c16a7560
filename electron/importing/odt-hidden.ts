type Attributes = ReadonlyMap<string, string>;

/** What a style says of its text: whether it is hidden, if it says anything, and the style that it goes by otherwise. */
interface Style {
  parent: string;
  isHidden: boolean | null;
}

/** How many styles one may go by; those of programs go by a handful. */
const MOST_PARENTS = 20;

/** The families of styles whose text can be hidden, by the elements that name a style of them. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ["p", "paragraph"],
  ["h", "paragraph"],
  ["span", "text"],
]);

/** Which text of an OpenDocument its writer hid: by a style, in a section, or by a field of its own. */
export class HiddenText {
  readonly #styles = new Map<string, Style>();
  #current: Style | null = null;

  /** Takes what an element says of a style, where it is one of a style; elements come in the order in which they begin. */
  openStyle(name: string, attributes: Attributes): void {
    if (name === "style") {
      const family = attributes.get("family") ?? "";
      this.#current = { parent: keyOf(family, attributes.get("parent-style-name") ?? ""), isHidden: null };
      this.#styles.set(keyOf(family, attributes.get("name") ?? ""), this.#current);
    } else if (name === "text-properties" && this.#current) {
      const display = attributes.get("display");
      if (display !== undefined) this.#current.isHidden = display === "none";
    } else if (name === "list-style" || name === "default-style") {
      this.#current = null;
    }
  }

  /** Whether the style of a paragraph, a heading or a span hides its text (true), shows it (false), or says neither. */
  byStyle(name: string, attributes: Attributes): boolean | null {
    const family = FAMILIES.get(name);
    if (family === undefined) return null;
    let key = keyOf(family, attributes.get("style-name") ?? "");
    for (let step = 0; step < MOST_PARENTS; step++) {
      const style = this.#styles.get(key);
      if (!style) return null;
      if (style.isHidden !== null) return style.isHidden;
      key = style.parent;
    }
    return null;
  }

  /** Whether an element is a section, or a field with text, that is hidden in the document as it was saved. */
  isHiddenElement(name: string, attributes: Attributes): boolean {
    const isHidden = attributes.get("is-hidden") === "true";
    if (name === "section") {
      const display = attributes.get("display");
      return display === "none" || (display === "condition" && isHidden);
    }
    return name === "hidden-text" && isHidden;
  }
}

const keyOf = (family: string, name: string) => `${family} ${name}`;
