import { Problem } from "#domain/problems.ts";

/** The header of a message or of a part, by lower-case names; of a name that stands twice, the first. */
export type MimeHeader = ReadonlyMap<string, string>;

/** A part of a message that holds no other parts. */
export interface MimePart {
  header: MimeHeader;
  /** Its header as it is written, the empty line at its end included. */
  written: Uint8Array;
  /** Its media type, in lower case. */
  type: string;
  /** The encoding that its header declares, if any. */
  charset: string | undefined;
  /** Its bytes, out of their transfer encoding. */
  bytes: Uint8Array;
  /** Which group of alternatives it is one of, all saying the same, or null where it stands for itself. */
  alternative: number | null;
}

/** Messages lie in one another hardly five deep; what lies deeper than this was made to exhaust a reader. */
const DEEPEST = 50;
const MOST_PARTS = 10_000;

/** The largest header, in bytes. */
const LARGEST_HEADER = 1024 * 1024;

/** The header at the beginning of a message, and where its body begins. */
export function readHeader(bytes: Uint8Array): { header: MimeHeader; bodyAt: number } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = view.subarray(0, LARGEST_HEADER).toString("latin1");
  const begin = /^(?:\r?\n)*/.exec(text)?.[0].length ?? 0;
  const end = /^\r?\n|\r?\n\r?\n/.exec(text.slice(begin));
  const lines = end ? text.slice(begin, begin + end.index) : text.slice(begin);
  const header = new Map<string, string>();
  for (const line of lines.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const [, name = "", value = ""] = /^([!-9;-~]{1,100})\s*:\s*(.*)$/.exec(line) ?? [];
    if (name !== "" && !header.has(name.toLowerCase())) header.set(name.toLowerCase(), value.trim());
  }
  return { header, bodyAt: end ? begin + end.index + end[0].length : text.length };
}

/** A parameter of a header such as `Content-Type: text/html; charset="utf-8"`. */
export function parameterOf(value: string | undefined, parameter: string): string | undefined {
  const found = new RegExp(`;\\s*${parameter}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, "i").exec(value ?? "");
  return found?.[1] ?? found?.[2];
}

/** The media type of a part, without parameters; text where its header names none. */
function mediaTypeOf(header: MimeHeader): string {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(header.get("content-type") ?? "")?.[1];
  return type?.toLowerCase() ?? "text/plain";
}

/**
 * A part of a digest as what it is. There a part that says nothing of its type is a mail (RFC 2046, 5.1.5), and stands below the
 * empty line that ends its own, empty header. Programs that forget that line write the header of the mail in its place.
 */
function partOfDigest(bytes: Uint8Array): MimePart | null {
  const [first, second] = bytes;
  const isBare = first === LINE_FEED || (first === CARRIAGE_RETURN && second === LINE_FEED);
  const { header, bodyAt } = readHeader(bytes);
  const isMail = header.has("from") || header.has("subject") || header.has("date");
  if (!isBare && !isMail && header.has("content-type")) return null;
  let begin = bodyAt;
  if (isBare) begin = first === LINE_FEED ? 1 : 2;
  else if (isMail) begin = 0;
  return {
    header: new Map(),
    written: new Uint8Array(),
    type: "message/rfc822",
    charset: undefined,
    bytes: bytes.subarray(begin),
    alternative: null,
  };
}

/**
 * The parts of a message that hold no others, in their order. Attached messages are such parts; they are not opened.
 * Throws a problem that names the file where parts lie too deep in one another, or are too many.
 */
export function readParts(name: string, message: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  const waiting = [{ bytes: message, depth: 0, alternative: null as number | null, isOfDigest: false }];
  let alternatives = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const digested = next.isOfDigest ? partOfDigest(next.bytes) : null;
    if (digested) {
      parts.push(digested);
      continue;
    }
    const { header, bodyAt } = readHeader(next.bytes);
    const body = next.bytes.subarray(bodyAt);
    const type = mediaTypeOf(header);
    const boundary = parameterOf(header.get("content-type"), "boundary");
    if (!type.startsWith("multipart/") || !boundary) {
      const bytes = untransferred(body, header.get("content-transfer-encoding") ?? "");
      const charset = parameterOf(header.get("content-type"), "charset");
      const written = next.bytes.subarray(0, bodyAt);
      parts.push({ header, written, type, charset, bytes, alternative: next.alternative });
      continue;
    }
    const alternative = type === "multipart/alternative" ? ++alternatives : next.alternative;
    const depth = next.depth + 1;
    const isOfDigest = type === "multipart/digest";
    const inner = partsBetween(body, boundary).map((bytes) => ({ bytes, depth, alternative, isOfDigest }));
    if (next.depth >= DEEPEST || waiting.length + parts.length + inner.length > MOST_PARTS) throw tooManyParts(name);
    waiting.push(...inner.reverse());
  }
  return parts;
}

function tooManyParts(name: string): Problem {
  return new Problem(
    "UNREADABLE_FILE",
    `“${name}” has too many parts, or they lie too deep in one another. Save the part that matters by itself.`,
    { name },
  );
}

/** The bytes between the lines of a boundary. A last part without its end is taken as far as it goes. */
function partsBetween(body: Uint8Array, boundary: string): Uint8Array[] {
  const view = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = Buffer.from(`--${boundary.trimEnd()}`, "latin1");
  const parts: Uint8Array[] = [];
  let begin = -1;
  for (let at = view.indexOf(delimiter); at !== -1; at = view.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && view[at - 1] !== LINE_FEED) continue;
    const lineEnd = view.indexOf(LINE_FEED, at);
    const rest = view.subarray(at + delimiter.length, lineEnd === -1 ? view.length : lineEnd).toString("latin1");
    const isLast = /^--\s*$/.test(rest);
    if (!isLast && rest.trim() !== "") continue;
    if (begin !== -1)
      parts.push(body.subarray(begin, Math.max(begin, at - (view[at - 2] === CARRIAGE_RETURN ? 2 : 1))));
    begin = isLast || lineEnd === -1 ? -1 : lineEnd + 1;
    if (isLast || parts.length > MOST_PARTS) return parts;
  }
  if (begin !== -1 && begin < body.length) parts.push(body.subarray(begin));
  return parts;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function untransferred(body: Uint8Array, encoding: string): Uint8Array {
  const view = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(view.toString("latin1"), "base64");
    case "quoted-printable":
      return unquoted(view);
    default:
      return body;
  }
}

/** Quoted-printable → bytes (RFC 2045, 6.7). What is written wrongly stays as it is written. */
function unquoted(body: Buffer): Uint8Array {
  const text = body
    .toString("latin1")
    .replace(/(?<![ \t])[ \t]+(?=\r?\n)/g, "")
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, "latin1");
}

/** Header fields of which a message has some, and other texts hardly any. */
const TELLING =
  /^(?:from|to|cc|subject|date|message-id|received|mime-version|return-path|delivered-to|reply-to|sender|content-type|dkim-signature)$/;
const SENDING = /^(?:from|received|message-id|return-path|mime-version)$/;

/** The header with which a file begins, where it is one of a message, else null. `head` is the beginning of the file. */
export function messageHeader(head: Uint8Array): MimeHeader | null {
  const begin = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 1024)).toString("latin1");
  if (!/^(?:\u00ef\u00bb\u00bf)?(?:\r?\n)*(?:>?From [^\n]*\n)?[!-9;-~]+[ \t]*:/.test(begin)) return null;
  const { header } = readHeader(withoutEnvelope(head));
  const names = [...header.keys()];
  return names.filter((name) => TELLING.test(name)).length >= 2 && names.some((name) => SENDING.test(name))
    ? header
    : null;
}

/**
 * A message without what may stand before its header: a byte order mark, or the line that begins it in a mailbox. Out of a
 * mailbox, it also comes without the “>” by which its lines that begin with “From ” are told from those between messages.
 */
export function withoutEnvelope(message: Uint8Array): Uint8Array {
  const begin = Buffer.from(message.buffer, message.byteOffset, Math.min(message.byteLength, 4096)).toString("latin1");
  const [before = "", line] = /^(?:\u00ef\u00bb\u00bf)?(?:\r?\n)*(>?From [^\n]*\n)?/.exec(begin) ?? [];
  const rest = message.subarray(before.length);
  return line?.startsWith("From ") ? unescaped(rest) : rest;
}

/** The lines of a message in a mailbox as they were before “>” was put before “From ”. */
function unescaped(message: Uint8Array): Uint8Array {
  const view = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  if (!view.includes(">From ")) return message;
  return Buffer.from(view.toString("latin1").replace(/^>(?=>*From )/gm, ""), "latin1");
}

/**
 * Whether a message is a page that a browser saved with all it needs (MHTML), and no mail: its parts belong together, and
 * it was saved by a browser or sent by nobody.
 */
export function isSavedPage(header: MimeHeader): boolean {
  if (header.has("snapshot-content-location") || /^<?saved by\b/i.test(header.get("from") ?? "")) return true;
  const isSent = header.has("to") || header.has("received") || header.has("message-id") || header.has("from");
  const type = mediaTypeOf(header);
  return !isSent && (type === "multipart/related" || (type === "text/html" && header.has("content-location")));
}
