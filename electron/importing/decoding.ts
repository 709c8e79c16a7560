import iconv from "iconv-lite";
import { detect } from "jschardet";
import { Problem } from "#domain/problems.ts";
import { declaredEncoding, encodingOf, nameOf } from "./encodings.ts";

/** Decoded bytes, with how they were read where that was not certain. */
export interface Decoded {
  text: string;
  /** A sentence for the import report, or null where the encoding was certain. */
  doubt: string | null;
}

/** The longer marks stand first, since that of UTF-32 begins as that of UTF-16 does. */
const MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: "utf-32le" },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: "utf-32be" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** How much of a file is looked at to tell binary data and UTF-16 from text, and in what encoding it is, in bytes. */
const SAMPLE = 256 * 1024;

/** Text holds hardly any control characters; compressed and compiled data hold one in ten and more. */
const MOST_CONTROLS = 0.01;

/**
 * Bytes → text, by the first of these that answers:
 *
 * 1. the byte order mark;
 * 2. zeros in every other byte, as UTF-16 and UTF-32 have them, or nothing but characters of East Asia in UTF-16; other binary
 *    data is refused, by the name of the file;
 * 3. the declared encoding, given here by its label (from a header), or else declared in the markup itself, unless the
 *    bytes contradict it: it is said to be UTF-8 and is not, or is said to be another and is UTF-8;
 * 4. UTF-8, where the bytes are valid UTF-8, or nearly so;
 * 5. what the frequencies of bytes speak for; and Windows-1252 where they speak for nothing.
 *
 * Whatever is not certain is told as a doubt: where nothing was declared, what was declared wrongly, and what could not
 * be decoded and stands as U+FFFD.
 */
export function decodeText(name: string, bytes: Uint8Array, declared?: string): Decoded {
  const mark = MARKS.find(({ bytes: begin }) => begin.every((byte, index) => bytes[index] === byte));
  if (mark) return certain(decode(bytes, mark.encoding), mark.encoding);

  const wide = wideEncodingOf(bytes);
  if (wide) {
    const { text, doubt } = certain(decode(bytes, wide), wide);
    return { text, doubt: doubt ?? `It does not say in which encoding it is; it was read as ${nameOf(wide)}.` };
  }
  refuseBinary(name, bytes);

  const utf8 = strictUtf8(bytes);
  if (utf8?.telling === 0 && ISO_2022_JP.test(utf8.text)) return certain(decode(bytes, "iso-2022-jp"), "iso-2022-jp");
  const label = declared ?? declaredEncoding(bytes);
  const known = label === undefined ? undefined : encodingOf(label);
  if (utf8 !== null && !(known && isByChance(utf8, bytes, known))) {
    return { text: utf8.text, doubt: known ? doubtOfUtf8(utf8, known) : null };
  }
  if (known && known !== "utf-8") {
    const text = decode(bytes, known);
    if (lostIn(text) === 0) return { text, doubt: null };
  }
  return guessed(bytes, label, known);
}

/** The escape sequences by which Japanese mail turns to its characters and back, in bytes that are all ASCII. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what these sequences begin with.
const ISO_2022_JP = /\u001b\$[@B][!-~]{2}/;

/**
 * The encoding in which `decodeText` reads bytes for which none is declared, for files that are read piece by piece. Of such
 * a file its beginning is given, up to the end of a line. Refuses binary data, by the name of the file.
 */
export function encodingIn(name: string, bytes: Uint8Array): string {
  const mark = MARKS.find(({ bytes: begin }) => begin.every((byte, index) => bytes[index] === byte));
  const told = mark?.encoding ?? wideEncodingOf(bytes);
  if (told) return told;
  refuseBinary(name, bytes);
  const isUtf8 = strictUtf8(bytes) !== null || isNearlyUtf8(new TextDecoder().decode(bytes));
  return isUtf8 ? "utf-8" : detectedIn(bytes);
}

/** Reads bytes that are no strict UTF-8 and are declared wrongly or not at all. */
function guessed(bytes: Uint8Array, label: string | undefined, known: string | undefined): Decoded {
  const damaged = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const saying =
    label === undefined || label.trim() === ""
      ? "It does not say in which encoding it is"
      : `It is declared to be in ${known ? nameOf(known) : `“${label.slice(0, 40)}”`}, and it is not`;
  if (isNearlyUtf8(damaged)) return certain(damaged, "utf-8");

  const found = detectedIn(bytes);
  const text = decode(bytes, found);
  // A declared encoding that fits but for a few bytes says more than frequencies that fit no better.
  if (known && known !== "utf-8") {
    const asDeclared = decode(bytes, known);
    if (lostIn(asDeclared) <= Math.max(lostIn(text), bytes.length / 1000)) return certain(asDeclared, known);
  }
  const { doubt } = certain(text, found);
  const look = `${saying}; it was read as ${nameOf(found)}. ${whatToLookAt(text)}`;
  return { text, doubt: doubt === null ? look : `${look} ${doubt}` };
}

/** What shows a reader that a text was decoded wrongly: in Latin letters a few of them, in others every word. */
export function whatToLookAt(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const others = text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  return others * 5 < letters ? "Look at its accents." : "See whether its words are words.";
}

/** A text whose encoding is certain, with what was lost in decoding it. */
function certain(text: string, encoding: string): Decoded {
  const lost = lostIn(text);
  if (lost === 0) return { text, doubt: null };
  const places = lost === 1 ? "One place is" : `${lost} places are`;
  return { text, doubt: `${places} not valid ${nameOf(encoding)} and cannot be read; “\uFFFD” stands there.` };
}

const lostIn = (text: string) => {
  let lost = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1)) lost++;
  return lost;
};

/** Text in UTF-8 and the number of its characters beyond ASCII that show it to be so. */
interface Utf8 {
  text: string;
  telling: number;
}

function strictUtf8(bytes: Uint8Array): Utf8 | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    // Each character beyond ASCII takes more bytes than code units.
    return { text, telling: bytes.length - text.length };
  } catch {
    return null;
  }
}

/** A few characters of Chinese or Japanese encodings can look like UTF-8 by chance; so many cannot. */
const TELLING_BYTES = 12;

function isByChance({ telling }: Utf8, bytes: Uint8Array, declared: string): boolean {
  if (telling === 0 || telling >= TELLING_BYTES || !MULTI_BYTE.test(declared)) return false;
  return lostIn(decode(bytes, declared)) === 0;
}

const MULTI_BYTE = /^(gb|cp949|big5|shift_jis|euc)/;

function doubtOfUtf8({ telling }: Utf8, declared: string): string | null {
  const isPlain = telling === 0 || declared === "utf-8";
  if (isPlain || /^utf-(16|32)/.test(declared)) return null;
  return `It is declared to be in ${nameOf(declared)}, and its bytes are UTF-8; it was read as UTF-8.`;
}

/** Whether all but a few bytes are UTF-8, as where a file was cut off or a few bytes were spoiled. */
function isNearlyUtf8(decoded: string): boolean {
  const lost = lostIn(decoded);
  const beyond = decoded.length - asciiIn(decoded);
  return beyond - lost >= 8 * lost;
}

function asciiIn(text: string): number {
  let ascii = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) < 0x80) ascii++;
  return ascii;
}

/** The least number of bytes beyond ASCII whose frequencies speak for anything. */
const FEWEST = 6;

/** The encoding that the frequencies of bytes speak for. */
function detectedIn(bytes: Uint8Array): string {
  const sample = sampleBeyondAscii(bytes);
  let beyond = 0;
  for (const byte of sample) if (byte >= 0x80) beyond++;
  if (beyond < FEWEST) return "windows-1252";
  const { encoding } = detect(sample);
  const found = encoding === null ? undefined : encodingOf(encoding);
  return found === undefined || found === "utf-8" || found === "ascii" ? "windows-1252" : found;
}

/** A part of the bytes that begins shortly before the first that are not ASCII: a long page may begin with scripts. */
function sampleBeyondAscii(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + SAMPLE);
}

function decode(bytes: Uint8Array, encoding: string): string {
  // The only encoding of the web that iconv-lite has not.
  if (encoding === "iso-2022-jp") return new TextDecoder(encoding).decode(bytes);
  return iconv.decode(bytes, encoding);
}

/** UTF-16 or UTF-32 without a mark, told from where the zeros stand; undefined for anything else. */
function wideEncodingOf(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4) return undefined;
  if (!sample.includes(0)) return wideWithoutZeros(sample);
  const quarter = Math.floor(sample.length / 4);
  // In UTF-32 the highest byte is always zero, and the next one for nearly all that is written.
  const zeros = [0, 1, 2, 3].map((lane) => zerosIn(sample, lane));
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  if (fourth === quarter && third >= 0.9 * quarter) return reads(sample, "utf-32le");
  if (first >= quarter && second >= 0.9 * quarter) return reads(sample, "utf-32be");
  // Which half of a code unit comes first is told by the spaces, line ends and stops that any text has.
  const little = stopsIn(sample, 0, 1);
  const big = stopsIn(sample, 1, 0);
  if (little === big) return undefined;
  return reads(sample, little > big ? "utf-16le" : "utf-16be");
}

/** Kana, Chinese characters in common use, and the punctuation and wide letters that are written with them. */
const EAST_ASIAN = /[\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g;

/** How much of a text in UTF-16 without a character of ASCII is of these. */
const MOSTLY = 0.95;

/** How many of the lower halves of its code units are no ASCII; of two letters of ASCII each pair is a Chinese character too. */
const FEWEST_BEYOND_ASCII = 0.1;

/**
 * UTF-16 without a single zero, as Chinese and Japanese without figures and line ends have it. Bytes of other encodings could be
 * read as such too, so that only those are tried that would be refused as no text at all, and a stop or a comma is wanted: in
 * UTF-16 the characters that look like controls are lower halves of code units, those of stops among them.
 */
function wideWithoutZeros(sample: Uint8Array): string | undefined {
  if (!holdsControls(sample)) return undefined;
  const isFitting = (encoding: string, low: 0 | 1) => {
    if (stopsIn(sample, low, 1 - low) === 0) return false;
    const lower = sample.filter((_, index) => index % 2 === low);
    const upper = sample.filter((_, index) => index % 2 !== low);
    if (upper.some((byte) => byte < 0x20)) return false;
    if (lower.filter((byte) => byte >= 0x80).length < lower.length * FEWEST_BEYOND_ASCII) return false;
    const text = decode(sample.subarray(0, 8192), encoding);
    const asian = text.match(EAST_ASIAN)?.length ?? 0;
    return asian >= text.length * MOSTLY && reads(sample, encoding) !== undefined;
  };
  const isLittle = isFitting("utf-16le", 0);
  if (isLittle === isFitting("utf-16be", 1)) return undefined;
  return isLittle ? "utf-16le" : "utf-16be";
}

function zerosIn(sample: Uint8Array, lane: number): number {
  let zeros = 0;
  for (let index = lane; index < sample.length; index += 4) if (sample[index] === 0) zeros++;
  return zeros;
}

/** Spaces, line ends, and the stop and comma of Chinese and Japanese, as UTF-16 code units. */
const STOPS: ReadonlySet<number> = new Set([0x0020, 0x000a, 0x000d, 0x3002, 0xff0c, 0x3001]);

function stopsIn(sample: Uint8Array, low: number, high: number): number {
  let stops = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (STOPS.has((sample[index + low] ?? 0) | ((sample[index + high] ?? 0) << 8))) stops++;
  }
  return stops;
}

/** The encoding, where its text is made of letters and signs rather than of what chance would give. */
function reads(sample: Uint8Array, encoding: string): string | undefined {
  const text = decode(sample.subarray(0, 8192), encoding);
  const odd = text.match(/[\p{Cn}\p{Co}\p{Cs}\uFFFD]|(?![\t\n\r\f])\p{Cc}/gu)?.length ?? 0;
  return odd <= text.length * MOST_CONTROLS ? encoding : undefined;
}

/** Whether there are more control characters in bytes than any text has, each byte taken for a character. */
function holdsControls(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    // Tab, line feed, form feed, carriage return, and the escape of ISO 2022.
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) controls++;
  }
  return controls > sample.length * MOST_CONTROLS;
}

function refuseBinary(name: string, bytes: Uint8Array): void {
  if (!holdsControls(bytes.subarray(0, SAMPLE))) return;
  throw new Problem(
    "UNREADABLE_FILE",
    `“${name}” is not a text: it holds binary data. Save it as plain text and import that.`,
    { name },
  );
}
