import { writeFileSync } from "node:fs";
import path from "node:path";
import type { FieldMapping, Format, IncomingFile, Part } from "#electron/importing/document.ts";
import { temporaryFolder } from "./workbench.ts";

/** A file that lies in another, or one on disk. */
export function inMemory(name: string, content: string | Uint8Array): IncomingFile {
  return { name, content: { kind: "memory", bytes: Buffer.from(content as Uint8Array) } };
}
export function onDisk(name: string, content: string | Uint8Array): IncomingFile {
  const place = path.join(temporaryFolder(), "file");
  writeFileSync(place, content);
  return { name, content: { kind: "disk", path: place, size: Buffer.from(content as Uint8Array).length } };
}

/** Everything that a format makes of a file. */
export async function partsOf(
  format: Format,
  file: IncomingFile,
  mapping: FieldMapping | null = null,
): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of await format.read(file, { mapping })) parts.push(part);
  return parts;
}

/** What comes out of a file, in short: an article with its lines and what it states, a file in it, or a sentence. */
export interface Outcome {
  name: string;
  lines?: string[];
  stated?: Record<string, string>;
  doubt?: string;
  original?: string;
  url?: string;
  sentence?: string;
}

/** What comes out of a file; of the columns of a table that are left out, nothing is said here. */
export async function outcomesOf(
  format: Format,
  file: IncomingFile,
  mapping: FieldMapping | null = null,
): Promise<Outcome[]> {
  return (await partsOf(format, file, mapping)).filter((part) => part.kind !== "columns-left").map(outcomeOf);
}

function outcomeOf(part: Exclude<Part, { kind: "columns-left" }>): Outcome {
  switch (part.kind) {
    case "failed":
      return { name: part.name, sentence: part.problem.message };
    case "member": {
      const { name, content, stated } = part.file;
      const original = content.kind === "memory" ? Buffer.from(content.bytes).toString() : content.path;
      return { name, original, ...(stated?.url && { url: stated.url.value }) };
    }
    case "document": {
      const { blocks, stated, doubt } = part.document;
      return {
        name: part.name,
        lines: blocks.map(({ text }) => text),
        stated: Object.fromEntries(Object.entries(stated).map(([field, { value }]) => [field, value])),
        original: Buffer.from(part.original).toString(),
        ...(doubt !== null && { doubt }),
      };
    }
  }
}

/** The same bytes cut off somewhere, or with a few bits flipped, by a seed. */
export function damaged(sound: Uint8Array, seed: number): Buffer {
  let state = (seed + 1) * 2_654_435_761;
  const random = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
  if (seed % 3 === 0) return Buffer.from(sound.subarray(0, random(sound.length)));
  const bytes = Buffer.from(sound);
  for (let flip = 0; flip <= seed % 5; flip++) {
    const at = random(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at);
  }
  return bytes;
}
