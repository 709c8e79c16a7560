import type { TextRange } from "../text/range.ts";

/** A piece of a question, with where it stands in it. */
export type Token = { range: TextRange } & (
  | { kind: "open" | "close" | "and" | "or" | "not" }
  /** `isExcluded` where a minus stands before it without a space. */
  | { kind: "minus" }
  | { kind: "word"; text: string; hasStar: boolean }
  /** Words in quotation marks; `isClosed` where the closing mark is there. */
  | { kind: "phrase"; text: string; isClosed: boolean; hasStar: boolean }
  /** `outlet:`, in lower case and without the colon. */
  | { kind: "field"; name: string }
);

const CLOSING: Record<string, string> = {
  '"': '"”＂',
  "＂": '＂"',
  "“": '”"“',
  "”": '”"',
  "„": '“”"',
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
};
const OPERATORS: Record<string, "and" | "or" | "not"> = { AND: "and", OR: "or", NOT: "not" };
const BRACKETS: Record<string, "open" | "close"> = { "(": "open", "（": "open", ")": "close", "）": "close" };

const SPACE = /\s/u;
const FIELD = /([A-Za-z]+)[:：]/uy;
const WORD = /[^\s()（）"＂“”„«»「」『』]+/uy;

/** Takes a question apart. Every string has pieces; what they make together is for the parser to say. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length; ) {
    const character = query.charAt(at);
    if (SPACE.test(character)) at++;
    else {
      const token = tokenAt(query, at, isValueAt(tokens.at(-1), at));
      tokens.push(token);
      at = token.range.end;
    }
  }
  return tokens;
}

/** Right behind a colon comes a value, whatever it looks like. */
function isValueAt(before: Token | undefined, at: number): boolean {
  return before?.kind === "field" && before.range.end === at;
}

function tokenAt(query: string, start: number, isValue: boolean): Token {
  const character = query.charAt(start);
  const bracket = BRACKETS[character];
  if (bracket) return { kind: bracket, range: { start, end: start + 1 } };
  if (character in CLOSING) return phraseAt(query, start);
  if (!isValue) {
    if (character === "-" && /[^\s-]/u.test(query.charAt(start + 1))) {
      return { kind: "minus", range: { start, end: start + 1 } };
    }
    FIELD.lastIndex = start;
    const field = FIELD.exec(query);
    if (field?.[1] && query.charAt(FIELD.lastIndex) !== "/") {
      return { kind: "field", name: field[1].toLowerCase(), range: { start, end: FIELD.lastIndex } };
    }
  }
  WORD.lastIndex = start;
  const text = WORD.exec(query)?.[0] ?? character;
  const range = { start, end: start + text.length };
  const operator = OPERATORS[text];
  if (operator && !isValue) return { kind: operator, range };
  const bare = text.replace(/\*+$/u, "");
  return { kind: "word", text: bare, hasStar: bare !== text, range };
}

/** A quotation that is never closed goes to the end. */
function phraseAt(query: string, start: number): Token {
  const closing = CLOSING[query.charAt(start)] ?? "";
  let end = start + 1;
  while (end < query.length && !closing.includes(query.charAt(end))) end++;
  const isClosed = end < query.length;
  const hasStar = isClosed && query.charAt(end + 1) === "*";
  return {
    kind: "phrase",
    text: query.slice(start + 1, end),
    isClosed,
    hasStar,
    range: { start, end: Math.min(query.length, end + (hasStar ? 2 : 1)) },
  };
}
