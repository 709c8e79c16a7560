import { formOfCharacter, isMark } from "./characters.ts";

/** How many code units are folded at a time. A character becomes fewer than the reserve. */
const ROOM = 8_192;
const RESERVE = 64;

/** How many units are made into a string at a time; more would crowd the stack. */
const AT_ONCE = 1_024;

const SPACE = 0x20;

/** What to do at a code unit: 0 where that has not been asked yet. */
const LETTER = 1;
const SEPARATOR = 2;
const DROPPED = 3;
const MARK = 4;
const STANDS_ALONE = 5;
const SEVERAL = 6;
const SURROGATE = 7;

const kinds = new Uint8Array(0x10000);
/** The one code unit that a letter, a mark or a character that stands alone becomes. */
const forms = new Uint16Array(0x10000);
/** Of characters that become several code units, and of pairs of surrogates, by code point. */
const severalForms = new Map<number, string>();

/**
 * Brings a text, composed (NFC), into its search form piece by piece: `units` are its code units, and `places` the offsets of
 * the characters of the text that they stand for. Every run of separators becomes one space, none at the start.
 */
export class Folding {
  readonly units: Uint16Array = new Uint16Array(ROOM + RESERVE);
  readonly places: Uint32Array = new Uint32Array(ROOM + RESERVE);
  /** How many units the last piece has. */
  length = 0;
  #last = SPACE;
  /** True after a character that stands alone, until the marks upon it are passed. */
  #standsAlone = false;

  /** Makes it ready for another text. */
  begin(): void {
    this.#last = SPACE;
    this.#standsAlone = false;
  }

  /** Folds a piece of the text that begins at an offset; returns the offset where the next one begins. */
  fold(text: string, from: number): number {
    const { units, places } = this;
    let length = 0;
    let last = this.#last;
    let standsAlone = this.#standsAlone;
    let index = from;
    for (; index < text.length && length < ROOM; index++) {
      const unit = text.charCodeAt(index);
      const kind = kinds[unit] || classify(unit);
      if (kind === LETTER) {
        if (standsAlone && last !== SPACE) {
          places[length] = index;
          units[length++] = SPACE;
        }
        standsAlone = false;
        places[length] = index;
        last = forms[unit] ?? 0;
        units[length++] = last;
      } else if (kind === SEPARATOR) {
        standsAlone = false;
        if (last === SPACE) continue;
        places[length] = index;
        last = SPACE;
        units[length++] = SPACE;
      } else if (kind === STANDS_ALONE) {
        if (last !== SPACE) {
          places[length] = index;
          units[length++] = SPACE;
        }
        standsAlone = true;
        places[length] = index;
        last = forms[unit] ?? 0;
        units[length++] = last;
      } else if (kind === MARK) {
        places[length] = index;
        last = forms[unit] ?? 0;
        units[length++] = last;
      } else if (kind !== DROPPED) {
        const point = kind === SURROGATE ? (text.codePointAt(index) ?? 0) : unit;
        const form = severalFormsOf(point);
        for (let position = 0; position < form.length; position++) {
          const next = form.charCodeAt(position);
          if (next === SPACE) {
            // The space at the end is left to what follows: a mark still belongs to the character.
            standsAlone = position === form.length - 1 && position > 0;
            if (standsAlone || last === SPACE) continue;
          } else if (standsAlone && position === 0 && last !== SPACE && !isMark(String.fromCodePoint(next))) {
            places[length] = index;
            units[length++] = SPACE;
            standsAlone = false;
          } else if (position === 0) {
            standsAlone = false;
          }
          places[length] = index;
          last = next;
          units[length++] = next;
        }
        if (point > 0xffff) index++;
      }
    }
    this.length = length;
    this.#last = last;
    this.#standsAlone = standsAlone;
    return index;
  }

  /** The piece as a string. */
  toString(): string {
    let piece = "";
    for (let start = 0; start < this.length; start += AT_ONCE) {
      piece += stringOf(this.units.subarray(start, Math.min(this.length, start + AT_ONCE)));
    }
    return piece;
  }
}

/** `apply` takes whatever has a length, and is five times as fast here as spreading; the declared type is too narrow. */
function stringOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

function severalFormsOf(point: number): string {
  let form = severalForms.get(point);
  if (form === undefined) {
    form = formOfCharacter(String.fromCodePoint(point).toWellFormed());
    severalForms.set(point, form);
  }
  return form;
}

/** Finds out what to do at a code unit, and keeps it. */
function classify(unit: number): number {
  const kind = kindOf(unit);
  kinds[unit] = kind;
  return kind;
}

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const character = String.fromCharCode(unit);
  const form = formOfCharacter(character);
  if (form === "") return DROPPED;
  if (form === " ") return SEPARATOR;
  const [, before = "", one = "", after = ""] = /^( ?)([^ ])( ?)$/.exec(form) ?? [];
  forms[unit] = one.charCodeAt(0);
  if (one === "" || before !== after) return SEVERAL;
  if (before === " ") return STANDS_ALONE;
  return isMark(one) ? MARK : LETTER;
}
