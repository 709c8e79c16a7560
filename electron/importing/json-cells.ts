/** How deep an object is taken apart into cells: `source.name` is one step, `fields.author.name` is two. */
const DEEPEST = 3;

/** At most so many cells are made of one object, and so many elements of an array are looked at. */
const MOST = 2_000;

/** Texts longer than this are paragraphs, where an array holds several. */
const LONGEST_NAME = 100;

/** An object of JSON as a row of a table: each text, number and the like by its keys, joined by points where it lies deeper. */
export function cellsOfJson(value: object): Map<string, string> {
  const cells = new Map<string, string>();
  take(cells, "", value, 0);
  return cells;
}

function take(cells: Map<string, string>, prefix: string, value: object, depth: number): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (cells.size >= MOST) return;
    const column = prefix === "" ? key : `${prefix}.${key}`;
    const text = Array.isArray(inner) ? listed(inner) : scalar(inner);
    if (text !== null) cells.set(column, text);
    else if (isObject(inner) && depth < DEEPEST) take(cells, column, inner, depth + 1);
  }
}

/** Whether something is an object that has keys, and no array. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function scalar(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** The texts of an array, or of the objects in it: paragraphs one below the other, names beside one another. */
function listed(values: readonly unknown[]): string {
  const texts = values.slice(0, MOST).flatMap((value) => scalar(value) ?? (isObject(value) ? ownTexts(value) : []));
  const areParagraphs = values.some((value) => isObject(value) && textIn(value, TEXT_KEYS) !== null);
  const areLong = texts.some((text) => text.length > LONGEST_NAME);
  return texts.filter((text) => text.trim() !== "").join(areParagraphs || areLong ? "\n\n" : ", ");
}

const TEXT_KEYS = ["text", "content", "value"];
const NAME_KEYS = ["name", "title"];

/** What an object in an array says: a paragraph its text, an author the name. */
function ownTexts(value: object): string[] {
  const text = textIn(value, [...TEXT_KEYS, ...NAME_KEYS]);
  return text === null ? [] : [text];
}

function textIn(value: object, keys: readonly string[]): string | null {
  const entries = new Map<string, unknown>(Object.entries(value));
  for (const key of keys) {
    const text = scalar(entries.get(key));
    if (text !== null) return text;
  }
  return null;
}
