type Attributes = ReadonlyMap<string, string>;

/** Which styles of words in an OpenDocument raise them. Programs make one for each such span. */
export class RaisingStyles {
  readonly #names = new Set<string>();
  #current = "";

  /** Takes what an element says of a style, where it is one of a style; elements come in the order in which they begin. */
  openStyle(name: string, attributes: Attributes): void {
    if (name === "style") this.#current = attributes.get("family") === "text" ? (attributes.get("name") ?? "") : "";
    const position = name === "text-properties" ? (attributes.get("text-position") ?? "") : "";
    // “super 58%”, or how far in per cent of the letters’ height.
    if (/^\s*(?:super|[1-9])/.test(position) && this.#current !== "") this.#names.add(this.#current);
  }

  /** Whether a span in a style is raised. */
  raises(style: string): boolean {
    return this.#names.has(style);
  }
}
