import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from "yauzl";
import { Problem } from "#domain/problems.ts";
import type { IncomingFile } from "./document.ts";
import { LARGEST_ARTICLE, reading } from "./incoming.ts";

/** How much an archive may hold. What holds more is refused before it is unpacked. */
export interface ZipLimits {
  /** How many entries, folders among them. */
  entries: number;
  /** How many bytes, unpacked. */
  bytes: number;
}

/** An archive of articles may be as large as the disk; it is read entry by entry. */
const ARCHIVE: ZipLimits = { entries: 250_000, bytes: Number.MAX_SAFE_INTEGER };

/** No text shrinks to less than a two-hundredth, save one that was made to. A few of them are harmless. */
const MOST_RATIO = 200;
const FREE_BYTES = 16 * 1024 * 1024;

const CHUNK = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** A file in an archive. */
export interface ZipEntry {
  /** Its path inside the archive, with “/” between folders; for people and for finding it, never for writing to a disk. */
  name: string;
  /** In bytes, as the archive states it. Reading stops with a problem where the entry holds more or less. */
  uncompressedSize: number;
  /** All its bytes, checked by length and CRC-32. Refuses what is larger than one article can be. */
  read: () => Promise<Uint8Array>;
  /** Its bytes piece by piece, whatever its size; the last piece comes only after length and CRC-32 were right. */
  pieces: () => AsyncGenerator<Uint8Array>;
}

export interface OpenedZip {
  /**
   * The files in the order of the directory, once; folders are passed over. An entry whose name leads out of the archive,
   * that is encrypted, or that is packed in a rare way is there, and refuses to be read.
   */
  entries: () => AsyncGenerator<ZipEntry>;
  close: () => Promise<void>;
}

/**
 * Opens a ZIP archive on disk or in memory; nothing of it is unpacked yet. Throws a problem, here or in what it returns,
 * where the archive is damaged, or holds more than the limits or than a text can shrink to.
 */
export async function openZip(file: IncomingFile, limits: ZipLimits = ARCHIVE): Promise<OpenedZip> {
  const source = await openSource(file);
  try {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
    const archive = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, options);
    return { entries: () => entriesOf(file, source, archive, limits), close: source.close };
  } catch (error) {
    await source.close();
    throw await problemOf(file, error);
  }
}

/** All entries of an archive by their names; of several with one name, the last, as other programs have it. */
export async function entriesByName(archive: OpenedZip): Promise<Map<string, ZipEntry>> {
  const byName = new Map<string, ZipEntry>();
  for await (const entry of archive.entries()) byName.set(entry.name, entry);
  return byName;
}

async function* entriesOf(
  file: IncomingFile,
  source: ByteSource,
  archive: ZipFile,
  limits: ZipLimits,
): AsyncGenerator<ZipEntry> {
  if (archive.entryCount > limits.entries) throw refusal(file, `holds more than ${limits.entries} files`);
  let packed = 0;
  let unpacked = 0;
  const entries = archive.eachEntry();
  for (;;) {
    let step: IteratorResult<Entry>;
    try {
      step = await entries.next();
    } catch (error) {
      throw await problemOf(file, error);
    }
    if (step.done) return;
    const entry = step.value;
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    // Entries that share their bytes are how a small file claims to hold terabytes.
    if (packed > source.size) throw refusal(file, "names the same bytes as several files");
    if (unpacked > limits.bytes || unpacked > FREE_BYTES + MOST_RATIO * packed) {
      throw refusal(file, "unpacks to far more than an article can hold");
    }
    const name = nameOf(entry);
    if (!name.endsWith("/")) yield entryOf(file, source, archive, entry, name);
  }
}

function entryOf(file: IncomingFile, source: ByteSource, archive: ZipFile, entry: Entry, name: string): ZipEntry {
  const whole = `${file.name} › ${name}`;
  const damaged = new Problem(
    "UNREADABLE_FILE",
    `“${whole}” is damaged: it is not what its archive says it is. Get the archive again.`,
    { name: whole },
  );
  const compressed = async function* () {
    const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
    for (let done = 0; done < entry.compressedSize; ) {
      const piece = await source.read(fileDataStart + done, Math.min(CHUNK, entry.compressedSize - done));
      done += piece.byteLength;
      yield piece;
    }
  };
  const guarded = async function* (pieces: AsyncIterable<Uint8Array>) {
    let size = 0;
    let checksum = 0;
    let held: Uint8Array | undefined;
    for await (const piece of pieces) {
      size += piece.byteLength;
      if (size > entry.uncompressedSize) throw damaged;
      checksum = crc32(piece, checksum);
      if (held) yield held;
      held = piece;
    }
    if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged;
    if (held) yield held;
  };
  const pieces = async function* () {
    refuseUnreadable(whole, entry, name);
    try {
      yield* guarded(entry.compressionMethod === DEFLATED ? inflated(compressed()) : compressed());
    } catch (error) {
      throw isOfDisk(error) || error instanceof Problem ? await problemOf(file, error) : damaged;
    }
  };
  return {
    name,
    uncompressedSize: entry.uncompressedSize,
    pieces,
    read: async () => {
      if (entry.uncompressedSize > LARGEST_ARTICLE) throw refusal({ name: whole }, "is too large for one article");
      return Buffer.concat(await Array.fromAsync(pieces()));
    },
  };
}

async function* inflated(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw();
  // A failure destroys the stream with it, and is met where the stream is read.
  pipeline(compressed, inflate).catch(() => undefined);
  yield* inflate;
}

function refuseUnreadable(whole: string, entry: Entry, name: string): void {
  const refuse = (sentence: string) => {
    throw new Problem("UNREADABLE_FILE", sentence, { name: whole });
  };
  if (isLink(entry)) refuse(`“${whole}” is a link to another file, and was not followed. Import that file itself.`);
  if (leadsOut(name)) refuse(`“${whole}” has a name that leads out of its archive, and was left where it is.`);
  if (entry.isEncrypted()) {
    refuse(`“${whole}” is encrypted. Unpack the archive with its password and import the files.`);
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    refuse(`“${whole}” is packed in a way that is not known here. Unpack the archive and import the files.`);
  }
}

/** Whether an entry is a symbolic link, as archives made on Unix can hold: its content is the name of another file. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const UNIX = 3;
  const [KIND, LINK] = [0o170000, 0o120000];
  return versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & KIND) === LINK;
}

function leadsOut(name: string): boolean {
  return /^([a-z]:|\/)/i.test(name) || name.split("/").includes("..") || name.includes("\0");
}

/** The name by the archive’s own word, else as UTF-8 where it is valid UTF-8, which many programs write and do not declare. */
function nameOf(entry: Entry): string {
  const { fileNameRaw: raw, extraFields, generalPurposeBitFlag } = entry;
  const stated = getFileNameLowLevel(generalPurposeBitFlag, raw, extraFields, false);
  const UNICODE_PATH = 0x7075;
  if (extraFields.some(({ id }) => id === UNICODE_PATH)) return stated;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw).replaceAll("\\", "/");
  } catch {
    return stated;
  }
}

function refusal({ name }: Pick<IncomingFile, "name">, what: string): Problem {
  return new Problem("UNREADABLE_FILE", `“${name}” ${what}, and was not unpacked. Unpack it and import its files.`, {
    name,
  });
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** What yauzl says of an archive is for programmers; for everyone else, it is damaged. */
async function problemOf(file: IncomingFile, error: unknown): Promise<Problem> {
  if (error instanceof Problem) return error;
  if (isOfDisk(error)) await reading(file, () => Promise.reject(error));
  const sentence = `“${file.name}” is a damaged or unfinished archive, and cannot be unpacked. Get it again.`;
  return new Problem("UNREADABLE_FILE", sentence, { name: file.name });
}

/** Where the bytes of an archive are. */
interface ByteSource {
  size: number;
  /** At least one byte and at most `length`; throws where there is none. */
  read: (position: number, length: number) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

async function openSource(file: IncomingFile): Promise<ByteSource> {
  const { content } = file;
  if (content.kind === "memory") {
    const { bytes } = content;
    return {
      size: bytes.byteLength,
      read: async (position, length) => someOf(bytes.subarray(position, position + length)),
      close: async () => undefined,
    };
  }
  return reading(file, async () => {
    const handle: FileHandle = await open(content.path);
    const { size } = await handle.stat();
    return {
      size,
      read: async (position, length) => {
        // Node throws where it is called, and not where it is awaited, for positions no file has.
        if (position < 0 || position >= size) throw new Error("outside the file");
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
        return someOf(buffer.subarray(0, bytesRead));
      },
      close: () => handle.close(),
    };
  });
}

function someOf(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength === 0) throw new Error("outside the file");
  return bytes;
}

/** Lets yauzl read through our own source: its readers of files throw out of callbacks where an archive names odd positions. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#fill(buffer.subarray(offset, offset + length), position).then(
      () => callback(null, length),
      (error: Error) => callback(error),
    );
  }

  async #fill(buffer: Buffer, position: number): Promise<void> {
    for (let done = 0; done < buffer.length; ) {
      const piece = await this.#source.read(position + done, buffer.length - done);
      buffer.set(piece, done);
      done += piece.byteLength;
    }
  }
}
