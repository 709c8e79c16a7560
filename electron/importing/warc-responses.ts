import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from "warcio";
import { Problem } from "#domain/problems.ts";
import { payloadOf } from "./http-payload.ts";
import { LARGEST_ARTICLE } from "./incoming.ts";

/** A page or document that a web archive holds. */
export interface WarcResponse {
  url: string;
  status: number;
  /** Without its parameters, in small letters; empty where none is said. */
  mediaType: string;
  /** The label of the encoding that the header gave, or null. */
  encoding: string | null;
  /** Where it leads on to, or null. */
  location: string | null;
  /** What was sent, unpacked. Throws a problem where it is damaged, or too large for an article. */
  read: () => Promise<Uint8Array>;
}

/** What a web archive cannot be read on for; its message is for programmers. */
export class WarcDamage extends Error {}

/** Headers longer than this, in bytes, are none. */
const LONGEST_HEADERS = 1024 * 1024;

/**
 * The responses and resources of a web archive, plain or in gzip, one after the other; each must be read before the next is
 * asked for. Requests, metadata and revisits are passed over. `name` is what they are called in sentences. Throws
 * `WarcDamage` where the archive is damaged or ends too soon.
 */
export async function* responsesIn(name: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<WarcResponse> {
  const source = new WatchedSource(unpacked(pieces));
  const reader = new AsyncIterReader(source, null);
  try {
    for (;;) {
      source.allow(LONGEST_HEADERS);
      // One parser that goes on from record to record writes to the console what it finds between them.
      const record = await new WARCParser(reader).parse();
      source.allow(Number.POSITIVE_INFINITY);
      if (!record) break;
      if (!record.warcHeaders.statusline.startsWith("WARC/")) throw new WarcDamage("A record does not begin as one.");
      const response = responseOf(name, record);
      if (response) yield response;
      await record.skipFully();
      if (isCutOff(record)) throw new WarcDamage("A record ends too soon.");
      await skipEmptyLines(reader, 2);
    }
    await skipEmptyLines(reader, Number.POSITIVE_INFINITY);
  } catch (error) {
    throw damageOf(error);
  } finally {
    await source.stop();
  }
}

/** What a parser throws, or the stream it reads from; of disks that cannot be read a problem tells. */
function damageOf(error: unknown): Problem | WarcDamage {
  return error instanceof Problem || error instanceof WarcDamage ? error : new WarcDamage(String(error));
}

/** Two empty lines follow a record. */
async function skipEmptyLines(reader: AsyncIterReader, most: number): Promise<void> {
  for (let skipped = 0; skipped < most; skipped++) {
    const line = await reader.readline(80);
    if (line === "") return;
    if (line.trim() !== "") throw new WarcDamage("Something else follows a record.");
  }
}

function responseOf(name: string, record: WARCRecord): WarcResponse | null {
  const { warcType, warcTargetURI, warcContentLength } = record;
  if (!Number.isSafeInteger(warcContentLength) || warcContentLength < 0)
    throw new WarcDamage("A record has no length.");
  if (warcTargetURI === null || warcTargetURI === undefined) return null;
  const http = record.httpHeaders?.headers;
  if (warcType !== "resource" && (warcType !== "response" || !http)) return null;
  const [mediaType = "", ...parameters] = (
    http?.get("content-type") ??
    (http ? "" : record.warcContentType) ??
    ""
  ).split(";");
  const whole = `${name} › ${warcTargetURI}`;
  return {
    url: warcTargetURI,
    status: http ? Number(record.httpHeaders?.statusCode) : 200,
    mediaType: mediaType.trim().toLowerCase(),
    encoding: /charset\s*=\s*["']?([^\s"';]+)/i.exec(parameters.join(";"))?.[1] ?? null,
    location: http?.get("location") ?? null,
    read: () => payloadOfRecord(whole, record),
  };
}

async function payloadOfRecord(name: string, record: WARCRecord): Promise<Uint8Array> {
  const refuse = (what: string) => new Problem("UNREADABLE_FILE", `“${name}” ${what}`, { name });
  if (record.warcContentLength > LARGEST_ARTICLE) throw refuse("is too large for one article, and was passed over.");
  const body = await record.readFully(false).then(Buffer.from, (error) => {
    throw damageOf(error);
  });
  if (isCutOff(record)) throw new WarcDamage("A record ends too soon.");
  const headers = record.httpHeaders?.headers;
  const payload = payloadOf(body, {
    transferEncoding: headers?.get("transfer-encoding") ?? "",
    contentEncoding: headers?.get("content-encoding") ?? "",
  });
  if (!payload) throw refuse("is damaged, or packed in a way that is not known here. Save the page anew.");
  return payload;
}

/** Whether the archive ended before a record that was read or passed over did. */
function isCutOff({ consumed, payload, _reader: reader }: WARCRecord): boolean {
  const wasRead = consumed !== "" || payload !== null;
  return wasRead && reader instanceof LimitReader && reader.limit > 0;
}

/** How much more than its own size may come out of an archive in gzip: no text shrinks to less than a two-hundredth. */
const MOST_RATIO = 200;
const FREE_BYTES = 256 * 1024 * 1024;

/** The bytes of an archive, unpacked where they are in gzip. */
async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  let packed = 0;
  const all = async function* () {
    try {
      for (let next = first; !next.done; next = await source.next()) {
        packed += next.value.byteLength;
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  };
  if (first.done || first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all();
    return;
  }
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  // A failure destroys the stream with it, and is met where the stream is read.
  pipeline(all(), gunzip).catch(() => undefined);
  let size = 0;
  for await (const piece of gunzip as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > FREE_BYTES + MOST_RATIO * packed) throw new WarcDamage("It unpacks to far more than it should.");
    yield piece;
  }
}

/** How often the parser may ask on after the end before that is taken for asking without end. */
const ASKED_AFTER_END = 64;

/** What a parser reads from, made to end: with headers that go on and on, and with records that are cut off. */
class WatchedSource implements AsyncIterableIterator<Uint8Array> {
  readonly #pieces: AsyncGenerator<Uint8Array>;
  #allowed = Number.POSITIVE_INFINITY;
  #asked = 0;

  constructor(pieces: AsyncGenerator<Uint8Array>) {
    this.#pieces = pieces;
  }

  /** How many bytes more may be read until this is called again. */
  allow(bytes: number): void {
    this.#allowed = bytes;
  }

  async next(): Promise<IteratorResult<Uint8Array>> {
    const next = await this.#pieces.next();
    if (next.done) {
      this.#asked++;
      if (this.#asked > ASKED_AFTER_END) throw new WarcDamage("It ends too soon.");
      return next;
    }
    this.#allowed -= next.value.byteLength;
    if (this.#allowed < 0) throw new WarcDamage("The headers of a record do not end.");
    return next;
  }

  /** The parser stops reading in the midst and goes on later, which must not end what is read. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array> {
    return this;
  }

  /** Lets go of what is read from. That the rest of it is damaged matters no more. */
  async stop(): Promise<void> {
    await this.#pieces.return(undefined).catch(() => undefined);
  }
}
