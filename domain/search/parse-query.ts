import type { QueryComplaint } from "../contract/search.ts";
import type { TextRange } from "../text/range.ts";
import { searchWords } from "./form.ts";
import { joined, negated, type Phrase, QUERY_FIELDS, type Query, type QueryField } from "./query.ts";
import { fieldLike, questionOf } from "./query-fields.ts";
import { type Token, tokensOf } from "./query-lexer.ts";

/** What was made of a question: null in `query` where nothing is asked. */
export type ParsedQuery = { query: Query | null; complaint: null } | { query: null; complaint: QueryComplaint };

/** Brackets in brackets; beyond this nobody follows, and FTS5 neither, whose parser has a stack of 100 symbols. */
const DEEPEST = 10;

/**
 * Reads a question (docs/search.md). Never throws: what cannot be asked is a complaint, a sentence and where in the text,
 * in UTF-16 code units. What is unfinished at the end is taken for as much as stands there: an operator with nothing behind
 * it, a quotation that is not closed, a field without a value; and the last word, unless a space follows it, is a beginning.
 */
export function parseQuery(text: string): ParsedQuery {
  const parser = new Parser(text);
  try {
    return { query: parser.whole(), complaint: null };
  } catch (error) {
    if (error instanceof Complaint) return { query: null, complaint: { sentence: error.message, range: error.range } };
    throw error;
  }
}

/** Leaves the depths of the parser; never leaves this file. */
class Complaint extends Error {
  readonly range: TextRange;

  constructor(sentence: string, range: TextRange) {
    super(sentence);
    this.range = range;
  }
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  whole(): Query | null {
    const query = this.#alternatives();
    const left = this.#peek();
    if (left) throw new Complaint("The bracket that closes here was never opened.", left.range);
    return query;
  }

  /** OR binds less than AND. */
  #alternatives(): Query | null {
    const parts = [this.#conjunction()];
    while (this.#peek()?.kind === "or") {
      this.#operator();
      parts.push(this.#conjunction());
    }
    return joined("or", parts);
  }

  #conjunction(): Query | null {
    const parts: (Query | null)[] = [];
    for (let token = this.#peek(); token && token.kind !== "or" && token.kind !== "close"; token = this.#peek()) {
      if (token.kind === "and") this.#operator();
      else parts.push(this.#part());
    }
    return joined("and", parts);
  }

  /** Takes AND or OR, and sees to it that something stands on both sides, save at the very end. */
  #operator(): void {
    const token = this.#take();
    const name = token.kind.toUpperCase();
    const before = this.#tokens[this.#next - 2];
    const after = this.#peek();
    if (before && isOperator(before)) {
      throw new Complaint(`Between “${before.kind.toUpperCase()}” and “${name}” something is missing.`, token.range);
    }
    if (after?.kind === "close") throw new Complaint(`Behind “${name}” something is missing.`, token.range);
    if (after && (!before || before.kind === "open")) {
      throw new Complaint(`Before “${name}” something is missing.`, token.range);
    }
  }

  #part(): Query | null {
    let isNegated = false;
    for (let token = this.#peek(); token?.kind === "not" || token?.kind === "minus"; token = this.#peek()) {
      this.#take();
      isNegated = !isNegated;
      const after = this.#peek();
      if (after && (after.kind === "and" || after.kind === "or" || after.kind === "close")) {
        throw new Complaint("Behind “NOT” something is missing.", token.range);
      }
    }
    if (!this.#peek()) return null;
    const part = this.#primary();
    return isNegated ? negated(part) : part;
  }

  #primary(): Query | null {
    const token = this.#take();
    switch (token.kind) {
      case "open":
        return this.#bracket(token);
      case "field":
        return this.#field(token);
      case "word":
      case "phrase": {
        const phrase = this.#phrase(token);
        return phrase && { kind: "words", phrase };
      }
      default:
        throw new Complaint("Something is missing here.", token.range);
    }
  }

  #bracket(open: Token): Query | null {
    if (++this.#depth > DEEPEST) {
      throw new Complaint(`Brackets can stand in one another ${DEEPEST} deep. Ask this in parts.`, open.range);
    }
    const query = this.#alternatives();
    const close = this.#peek();
    if (!close) throw new Complaint("The bracket that opens here is never closed.", open.range);
    this.#take();
    this.#depth--;
    if (this.#tokens[this.#next - 2] === open) {
      throw new Complaint("Between these brackets stands nothing.", { start: open.range.start, end: close.range.end });
    }
    return query;
  }

  #field({ name, range }: Extract<Token, { kind: "field" }>): Query | null {
    const value = this.#peek();
    const follows = value?.range.start === range.end;
    if (!isField(name)) {
      // “Minister: …” is a word with a colon behind it.
      if (!follows) return this.#wordBeforeColon(name, range);
      const meant = fieldLike(name);
      const advice = meant ? `Do you mean “${meant}”?` : "To look for the words, put them in quotation marks.";
      throw new Complaint(`There is no field “${name}”. ${advice}`, range);
    }
    if (!value) return null;
    if (value.kind === "open") {
      throw new Complaint(`“${name}:” takes one value. Write “${name}:… OR ${name}:…”.`, {
        start: range.start,
        end: value.range.end,
      });
    }
    if (value.kind !== "word" && value.kind !== "phrase") {
      throw new Complaint(`Behind “${name}:” a value is missing.`, range);
    }
    this.#take();
    const question = questionOf(name, {
      text: value.text,
      phrase: this.#phrase(value),
      isLast: this.#isUnfinished(value),
    });
    if (typeof question === "string") throw new Complaint(question, value.range);
    return question && { kind: "field", question };
  }

  #wordBeforeColon(name: string, range: TextRange): Query {
    // The colon stands behind it, so that it is no beginning.
    const words = searchWords(this.#text.slice(range.start, range.end));
    return { kind: "words", phrase: { words: words.length > 0 ? words : [name], isBeginning: false } };
  }

  /** The words of a token, or null where it holds none. */
  #phrase(token: Extract<Token, { kind: "word" | "phrase" }>): Phrase | null {
    if (token.kind === "word" && token.text.includes("*") && searchWords(token.text).length > 0) {
      throw new Complaint("An asterisk stands behind the beginning of a word, and nowhere else.", token.range);
    }
    const words = searchWords(token.text);
    const last = words.at(-1);
    if (last === undefined) return null;
    const isBeginning = token.hasStar || (this.#isUnfinished(token) && isWorthABeginning(last, token.text));
    return { words, isBeginning };
  }

  #isUnfinished(token: Token): boolean {
    if (token.range.end !== this.#text.length) return false;
    return token.kind === "phrase" ? !token.isClosed : token.kind === "word" && !token.hasStar;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(): Token {
    const token = this.#tokens[this.#next++];
    if (!token) throw new RangeError("The question has no more pieces.");
    return token;
  }
}

/**
 * What was typed behind the last word is no part of it, so that it cannot go on. And a single letter begins so many words
 * that it says nothing: it stands for itself, save in scripts that write no spaces, where it is a word.
 */
function isWorthABeginning(last: string, typed: string): boolean {
  if (!/[\p{L}\p{N}\p{M}]$/u.test(typed)) return false;
  return last.length > 1 || !/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]$/u.test(last);
}

function isOperator({ kind }: Token): boolean {
  return kind === "and" || kind === "or";
}

function isField(name: string): name is QueryField {
  return (QUERY_FIELDS as readonly string[]).includes(name);
}
