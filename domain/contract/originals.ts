/**
 * What can be shown of an original. The bytes of files never cross the contract: an original is had at `/originals/<sha256>`,
 * to be saved, and what can be shown of it at the address below.
 */
export const SHOWN_KINDS = ["html", "text", "pdf", "none", "too-large"] as const;

export interface ShownOriginal {
  /**
   * `html` is markup, to be made harmless before it is drawn; `text` is text; `pdf` is drawn from the bytes of the original;
   * `none` is a kind that is not drawn here, and `too-large` one that would be if it were smaller.
   */
  kind: (typeof SHOWN_KINDS)[number];
  /** The decoded words of `html` and `text`; empty for the others. */
  text: string;
}

/** The header that says the kind; the text is the body. */
export const SHOWN_KIND_HEADER = "sourceline-shown-kind";

/** Where an original is had as it came, to be saved. */
export function addressOfOriginal(sha256: string): string {
  return `/originals/${encodeURIComponent(sha256)}`;
}

/** Where is had what can be shown of an original. */
export function addressOfShown(sha256: string): string {
  return `${addressOfOriginal(sha256)}/shown`;
}
