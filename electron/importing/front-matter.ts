/** What stands between lines of “---” at the head of a text, and the text behind it. */
export interface FrontMatter {
  /** Key → value; of a list, its elements with commas between them. */
  values: Map<string, string>;
  body: string;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]{0,20000}?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const LINE = /^([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,60})[ \t]*:(?:[ \t]+(.*))?$/u;

/** Reads the front matter of a text, as programs that publish Markdown write it; null where there is none. */
export function readFrontMatter(text: string): FrontMatter | null {
  const fenced = FENCED.exec(text);
  if (!fenced) return null;
  const values = new Map<string, string>();
  let last: string | null = null;
  for (const line of (fenced[1] ?? "").split(/\r?\n/)) {
    const [, key, value = ""] = LINE.exec(line) ?? [];
    const [, element] = /^\s*-\s+(.+)$/.exec(line) ?? [];
    if (key !== undefined) {
      last = key.trim();
      values.set(last, listOrValue(value));
    } else if (last !== null && element !== undefined) {
      const before = values.get(last) ?? "";
      values.set(last, before === "" ? unquoted(element) : `${before}, ${unquoted(element)}`);
    }
  }
  return values.size === 0 ? null : { values, body: text.slice(fenced[0].length) };
}

function listOrValue(value: string): string {
  const [, list] = /^\[(.*)\]$/.exec(value.trim()) ?? [];
  if (list === undefined) return unquoted(value);
  return list.split(",").map(unquoted).filter(Boolean).join(", ");
}

/** A value without its quotation marks, and without the comment behind it. */
function unquoted(value: string): string {
  const [, double, single] = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/.exec(value) ?? [];
  if (double !== undefined) return double.replace(/\\(.)/g, "$1").trim();
  if (single !== undefined) return single.replaceAll("''", "'").trim();
  return value.replace(/\s#.*$/, "").trim();
}
