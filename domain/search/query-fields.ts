import { CHOICES, type FieldQuestion, type Phrase, QUERY_FIELDS, type QueryField } from "./query.ts";
import { readDates } from "./query-dates.ts";

/** The value of a field as it was typed. */
export interface FieldValue {
  text: string;
  /** Its words, or null where it has none. */
  phrase: Phrase | null;
  /** Whether it is the last of the whole question, so that it may be unfinished. */
  isLast: boolean;
}

/** What a field asks by a value: null where it asks nothing yet, a sentence where it cannot ask this. */
export function questionOf(field: QueryField, value: FieldValue): FieldQuestion | string | null {
  switch (field) {
    case "date":
      return readDates(value.text, value.isLast);
    case "lang":
      return languageOf(value);
    case "has":
    case "verdict":
    case "provenance":
      return choiceOf(field, value);
    default:
      return value.phrase && { field, phrase: value.phrase };
  }
}

/** The field that was likely meant by a name that none has, or null. */
export function fieldLike(name: string): QueryField | null {
  const known = OTHER_NAMES[name];
  if (known) return known;
  const near = QUERY_FIELDS.map((field) => ({ field, distance: distanceOf(name, field) }));
  const [nearest] = near.toSorted((one, other) => one.distance - other.distance);
  // In a short name two changes leave nothing of what was meant.
  return nearest && nearest.distance <= (nearest.field.length > 4 ? 2 : 1) ? nearest.field : null;
}

/** What people who know other programs may type. */
const OTHER_NAMES: Record<string, QueryField> = {
  language: "lang",
  published: "date",
  author: "byline",
  publisher: "outlet",
  folder: "collection",
  label: "tag",
};

function languageOf({ text, isLast }: FieldValue): FieldQuestion | string | null {
  const code = text.trim().toLowerCase().replaceAll("_", "-");
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code)) return { field: "lang", code };
  if (code === "" || (isLast && /^[a-z]{1,3}(-[a-z0-9]*)*$/.test(code))) return null;
  return `“${text}” is no code of a language. Write “lang:fr” or “lang:ar”.`;
}

function choiceOf(field: keyof typeof CHOICES, { text, isLast }: FieldValue): FieldQuestion | string | null {
  const typed = text.trim().toLowerCase();
  if (typed === "") return null;
  const values: readonly string[] = CHOICES[field];
  const meant = values.includes(typed) ? [typed] : isLast ? values.filter((value) => value.startsWith(typed)) : [];
  if (meant.length === 0) return `“${field}:” cannot be “${text}”. It is one of ${listed(values)}.`;
  // The values come from the very list that the field names.
  return { field, anyOf: meant } as FieldQuestion;
}

function listed(values: readonly string[]): string {
  return `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}

/** How many letters must be changed, added, left out or swapped with the next to make one word of the other. */
function distanceOf(one: string, other: string): number {
  const width = other.length + 1;
  const table = Array.from({ length: (one.length + 1) * width }, (_, place) =>
    place < width ? place : place % width === 0 ? place / width : 0,
  );
  const at = (row: number, column: number) => table[row * width + column] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column < width; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      table[row * width + column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(one.length, other.length);
}
