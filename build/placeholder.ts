import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What Electron's binary has before its fuses, by which they are found. */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_VERSION = 1;
const FUSE_COUNT = 8;
const FUSE_UNSET = "0".charCodeAt(0);

/**
 * Makes a folder that looks to the packager like Electron for Linux and is not: it cannot run, but what is packed into
 * it is what would be packed into the real one, and it has fuses to set.
 */
export async function makePlaceholder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "resources"), { recursive: true });
  await mkdir(join(folder, "locales"), { recursive: true });
  const program = Buffer.concat([
    Buffer.from("#!/bin/sh\necho 'This package was made without Electron and cannot run.' >&2\nexit 1\n"),
    Buffer.from(FUSE_SENTINEL, "latin1"),
    Buffer.from([FUSE_VERSION, FUSE_COUNT, ...Array<number>(FUSE_COUNT).fill(FUSE_UNSET)]),
    Buffer.from("\n"),
  ]);
  const binary = join(folder, "electron");
  await writeFile(binary, program);
  await chmod(binary, 0o755);
  await writeFile(join(folder, "locales", "en-US.pak"), "");
  await writeFile(join(folder, "version"), "");
  await writeFile(join(folder, "LICENSE"), "");
}
