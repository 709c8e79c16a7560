import { Tokenizer, TokenType } from "@streamparser/json";

/** Where objects lie in a JSON file: “$” for the file itself, then a step for each key, and “[]” for the elements of an array. */
export type JsonPath = string;

/** An object of a JSON file, in its own bytes. */
export interface JsonRecord {
  path: JsonPath;
  bytes: Buffer;
}

/** A text, a number or the like: under a key of the object at a path, or, without one, in the array at a path. */
export interface JsonScalar {
  path: JsonPath;
  key: string | null;
}

/** What a JSON file cannot be read for; its message is for programmers. */
export class JsonDamage extends Error {}

/** An object larger than this is no article, and neither is anything else that does not end. */
const LARGEST_RECORD = 64 * 1024 * 1024;

/** Articles lie within a few levels; a file that is deeper was made to be. */
const DEEPEST = 1_000;

/** Of paths that lie deeper, nobody asks. */
const DEEPEST_PATH = 5;

/**
 * Finds objects in JSON, which comes in pieces, and gives them in their own bytes; what is around them is never held. The
 * bytes of a file in any encoding that has ASCII in it will do, as nothing beyond it is looked at.
 */
export class JsonRecords {
  readonly #isWanted: (path: JsonPath) => boolean;
  readonly #onScalar: (scalar: JsonScalar) => void;
  readonly #tokenizer = new Tokenizer();
  readonly #found: JsonRecord[] = [];
  /** The containers that are open, outermost first: the path of each, as far as anybody asks for it, and what closes it. */
  readonly #open: { path: JsonPath; closedBy: TokenType; key: string | null }[] = [];
  /** Where the object begins that is being kept, and how deep it lies. */
  #keeping: { path: JsonPath; start: number; depth: number; parts: Buffer[]; size: number } | null = null;
  #piece: Buffer = Buffer.alloc(0);
  #pieceStart = 0;
  #lastToken = 0;
  #expectsKey = false;

  /**
   * @param isWanted Whether an object that begins at a path is to be given. One inside another that is given is not asked for.
   * @param onScalar Is told of each text, number and the like outside objects that are given.
   */
  constructor(isWanted: (path: JsonPath) => boolean, onScalar: (scalar: JsonScalar) => void = () => undefined) {
    this.#isWanted = isWanted;
    this.#onScalar = onScalar;
    this.#tokenizer.onToken = ({ token, value, offset }) => this.#take(token, value, offset);
    this.#tokenizer.onError = (error) => {
      throw new JsonDamage(error.message);
    };
  }

  /** Takes a piece, which must not change any more, and gives the objects that end in it. Throws `JsonDamage`. */
  write(piece: Uint8Array): JsonRecord[] {
    this.#piece = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    this.#tokenizer.write(asciiOf(this.#piece));
    const end = this.#pieceStart + this.#piece.length;
    if (end - this.#lastToken > LARGEST_RECORD) throw new JsonDamage("A text in it is too long.");
    if (this.#keeping) {
      const part = this.#partFrom(this.#keeping.start, end);
      this.#keeping.parts.push(part);
      this.#keeping.size += part.length;
      if (this.#keeping.size > LARGEST_RECORD) throw new JsonDamage("An object in it is too large.");
    }
    this.#pieceStart = end;
    return this.#found.splice(0);
  }

  /** Throws `JsonDamage` where the file ended before its JSON did. */
  end(): void {
    if (this.#open.length > 0) throw new JsonDamage("It ends too soon.");
    // A number at the very end is known to be whole only now.
    if (!this.#tokenizer.isEnded) this.#tokenizer.end();
  }

  #take(token: TokenType, value: unknown, offset: number): void {
    this.#lastToken = offset;
    const inner = this.#open.at(-1);
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        this.#begin(token === TokenType.LEFT_BRACE, offset);
        return;
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        if (inner?.closedBy !== token) throw new JsonDamage("A bracket is closed that is not open.");
        this.#open.pop();
        if (this.#keeping?.depth === this.#open.length) this.#give(offset + 1);
        return;
      case TokenType.COMMA:
        this.#expectsKey = inner?.closedBy === TokenType.RIGHT_BRACE;
        return;
      case TokenType.COLON:
        return;
      default:
        if (inner && this.#expectsKey && typeof value === "string") {
          inner.key = value;
          this.#expectsKey = false;
        } else if (inner && !this.#keeping && value !== null) this.#onScalar({ path: inner.path, key: inner.key });
    }
  }

  #begin(isObject: boolean, offset: number): void {
    if (this.#open.length >= DEEPEST) throw new JsonDamage("It is nested too deep.");
    const path = this.#pathOfNext();
    if (isObject && !this.#keeping && this.#isWanted(path)) {
      this.#keeping = { path, start: offset, depth: this.#open.length, parts: [], size: 0 };
    }
    const closedBy = isObject ? TokenType.RIGHT_BRACE : TokenType.RIGHT_BRACKET;
    this.#open.push({ path, closedBy, key: null });
    this.#expectsKey = isObject;
  }

  /** The path of what begins now. */
  #pathOfNext(): JsonPath {
    const inner = this.#open.at(-1);
    if (!inner) return "$";
    if (this.#open.length > DEEPEST_PATH) return "…";
    return inner.closedBy === TokenType.RIGHT_BRACKET ? `${inner.path}[]` : `${inner.path}.${inner.key ?? ""}`;
  }

  #give(end: number): void {
    if (!this.#keeping) return;
    const { path, start, parts } = this.#keeping;
    this.#found.push({ path, bytes: Buffer.concat([...parts, this.#partFrom(start, end)]) });
    this.#keeping = null;
  }

  #partFrom(start: number, end: number): Buffer {
    return this.#piece.subarray(Math.max(0, start - this.#pieceStart), end - this.#pieceStart);
  }
}

/** The same bytes with those beyond ASCII as question marks, so that the offsets stay. */
function asciiOf(piece: Buffer): Buffer {
  const ascii = Buffer.from(piece);
  for (let index = 0; index < ascii.length; index++) if ((ascii[index] ?? 0) >= 0x80) ascii[index] = 0x3f;
  return ascii;
}
