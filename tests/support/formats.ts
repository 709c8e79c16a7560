import { Problem } from "#domain/problems.ts";
import type { DraftBlock, Format, Part, ReadDocument } from "#electron/importing/document.ts";

/** All that a format makes of some bytes. */
export async function partsOf(format: Format, name: string, bytes: Uint8Array): Promise<Part[]> {
  return Array.fromAsync(await format.read({ name, content: { kind: "memory", bytes } }, { mapping: null }));
}

/** The one document that a format makes of some bytes. */
export async function documentOf(format: Format, name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const [part, ...others] = await partsOf(format, name, bytes);
  if (part?.kind !== "document" || others.length > 0) throw new Error(`${name} is no single document.`);
  return part.document;
}

/** Blocks as lines that say what each is. */
export function linesOf(blocks: readonly DraftBlock[]): string[] {
  return blocks.map(({ kind, level, text }) => `${kind} ${level}: ${text}`);
}

/** Says whether a format made a document of some bytes or refused them by a problem, and throws for any other end. */
export async function endsWell(format: Format, name: string, bytes: Uint8Array): Promise<"document" | "failed"> {
  try {
    await partsOf(format, name, bytes);
    return "document";
  } catch (error) {
    if (error instanceof Problem) return "failed";
    throw error;
  }
}

/** Damaged copies of a file, the same every time: a third cut short, the others with some bits turned. */
export function* damagedVariants(sound: Uint8Array, count: number): Generator<Uint8Array> {
  let state = 0x9e3779b9;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let variant = 0; variant < count; variant++) {
    if (variant % 3 === 0) {
      yield Uint8Array.from(sound.subarray(0, below(sound.length)));
      continue;
    }
    const damaged = Uint8Array.from(sound);
    for (let flips = 1 + below(variant % 3 === 1 ? 3 : 40); flips > 0; flips--) {
      const at = below(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << below(8));
    }
    yield damaged;
  }
}
