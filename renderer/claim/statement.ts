const OPENING = "\"'“„«‹‘‚「『";
const CLOSING = "\"'”“»›’」』";

/**
 * The quoted words as a statement to begin with: on one line, without quotation marks around the whole or commas at the
 * ends, and with a capital.
 */
export function statementFrom(quotes: readonly string[]): string {
  const line = quotes
    .map((quote) => quote.replace(/\s+/g, " ").trim())
    .join(" … ")
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, "");
  const isQuoted = line.length > 2 && OPENING.includes(line.charAt(0)) && CLOSING.includes(line.at(-1) ?? "");
  const bare = isQuoted ? line.slice(1, -1).trim() : line;
  const [first = "", ...rest] = bare;
  return (first.toLocaleUpperCase() + rest.join("")).slice(0, 2_000);
}

/** How the words stand in the text: within quotation marks, or in the writer's words. */
export function quoteModeOf(text: string, start: number, end: number): "direct" | "indirect" | "mixed" {
  const before = text.slice(0, start).trimEnd().at(-1) ?? "";
  const after = text.slice(end).trimStart();
  const closes = CLOSING.includes(after.charAt(0)) || CLOSING.includes(after.replace(/^[.,!?]/, "").charAt(0));
  if (before !== "" && after !== "" && OPENING.includes(before) && closes) return "direct";
  const words = text.slice(start, end);
  const isWhole = OPENING.includes(words.charAt(0)) && CLOSING.includes(words.replace(/[.,!?]$/, "").at(-1) ?? " ");
  if (isWhole) return "direct";
  return /["“”„«»]/.test(words) ? "mixed" : "indirect";
}
