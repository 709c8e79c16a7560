import { unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import type { IncomingFile } from "#electron/importing/document.ts";
import { openZip } from "#electron/importing/zip-entries.ts";
import { temporaryFolder } from "../../support/workbench.ts";
import { zipOf } from "../../support/zip.ts";

const inMemory = (bytes: Uint8Array): IncomingFile => ({ name: "wires.zip", content: { kind: "memory", bytes } });

function onDisk(bytes: Uint8Array): IncomingFile {
  const place = path.join(temporaryFolder(), "wires.zip");
  writeFileSync(place, bytes);
  return { name: "wires.zip", content: { kind: "disk", path: place, size: bytes.byteLength } };
}

/** Name → content of every entry, or the sentence that says why it cannot be read. */
async function contents(file: IncomingFile, limits?: Parameters<typeof openZip>[1]): Promise<Record<string, string>> {
  const archive = await openZip(file, limits);
  const found: Record<string, string> = {};
  try {
    for await (const entry of archive.entries()) {
      found[entry.name] = await entry.read().then(
        (bytes) => Buffer.from(bytes).toString(),
        (problem: Problem) => problem.message,
      );
    }
  } finally {
    await archive.close();
  }
  return found;
}

describe("openZip", () => {
  const files = {
    "a.txt": "Alpha",
    "empty.txt": "",
    "ملف/ب.txt": "باء",
    "folder/": "",
    "long.txt": "tell ".repeat(40_000),
  };
  const { "folder/": _folder, ...texts } = files;

  it("reads packed and stored files, from memory and from disk, and passes folders over", async () => {
    const packed = zipOf(files);
    const stored = zipOf(Object.entries(files).map(([name, content]) => ({ name, content, stored: true })));
    for (const file of [inMemory(packed), onDisk(packed), inMemory(stored), onDisk(stored)]) {
      expect(await contents(file)).toEqual(texts);
    }
  });

  it("takes names that are UTF-8 and do not say so for UTF-8, and others for the code page of DOS", async () => {
    const undeclared = (name: string | Uint8Array) => ({ name, content: "x", claims: { flags: 0 } });
    const archive = zipOf([undeclared("Évrane.txt"), undeclared(Buffer.from([0x82, 0x2e, 0x74])), undeclared("a\\b")]);
    expect(Object.keys(await contents(inMemory(archive)))).toEqual(["Évrane.txt", "é.t", "a/b"]);
  });

  it("gives a large file piece by piece", async () => {
    const archive = await openZip(onDisk(zipOf({ "a.txt": Buffer.from("0123456789".repeat(100_000)) })));
    for await (const entry of archive.entries()) {
      const sizes = (await Array.fromAsync(entry.pieces())).map((piece) => piece.byteLength);
      expect(sizes.reduce((sum, size) => sum + size)).toBe(1_000_000);
      expect(Math.max(...sizes)).toBeLessThan(100_000);
    }
    await archive.close();
  });

  it("refuses one entry and reads the others", async () => {
    const odd = zipOf([
      { name: "../../up.txt", content: "x" },
      { name: "/root.txt", content: "x" },
      { name: "C:/drive.txt", content: "x" },
      { name: "secret.txt", content: "x", claims: { flags: 0x801 } },
      { name: "rare.txt", content: "x", claims: { method: 12 } },
      { name: "flipped.txt", content: "x", claims: { checksum: 1 } },
      { name: "short.txt", content: "xyz", claims: { size: 4 } },
      { name: "long.txt", content: "xyz", claims: { size: 2 } },
      { name: "good.txt", content: "Good." },
    ]);
    for (const file of [inMemory(odd), onDisk(odd)]) {
      expect(await contents(file)).toEqual({
        "../../up.txt":
          "“wires.zip › ../../up.txt” has a name that leads out of its archive, and was left where it is.",
        "/root.txt": "“wires.zip › /root.txt” has a name that leads out of its archive, and was left where it is.",
        "C:/drive.txt":
          "“wires.zip › C:/drive.txt” has a name that leads out of its archive, and was left where it is.",
        "secret.txt":
          "“wires.zip › secret.txt” is encrypted. Unpack the archive with its password and import the files.",
        "rare.txt":
          "“wires.zip › rare.txt” is packed in a way that is not known here. Unpack the archive and import the files.",
        "flipped.txt":
          "“wires.zip › flipped.txt” is damaged: it is not what its archive says it is. Get the archive again.",
        "short.txt":
          "“wires.zip › short.txt” is damaged: it is not what its archive says it is. Get the archive again.",
        "long.txt": "“wires.zip › long.txt” is damaged: it is not what its archive says it is. Get the archive again.",
        "good.txt": "Good.",
      });
    }
  });

  it("refuses what unpacks to far more than it is, before it is unpacked", async () => {
    const zeros = Buffer.alloc(40_000_000);
    const far = /^“wires.zip” unpacks to far more than an article can hold, and was not unpacked\./;
    await expect(contents(inMemory(zipOf({ "bomb.txt": zeros })))).rejects.toThrow(far);
    const many = Array.from({ length: 20 }, (_, index) => ({
      name: `${index}`,
      content: zeros.subarray(0, 2_000_000),
    }));
    await expect(contents(inMemory(zipOf(many)))).rejects.toThrow(far);
    await expect(contents(inMemory(zipOf({ "a.txt": "12345" })), { entries: 9, bytes: 4 })).rejects.toThrow(far);
  });

  it("stops where an entry unpacks to more than it says", async () => {
    const liar = zipOf([{ name: "bomb.txt", content: Buffer.alloc(60_000_000), claims: { size: 1_000 } }]);
    expect(await contents(inMemory(liar))).toEqual({ "bomb.txt": expect.stringContaining("is damaged") });
  });

  it("refuses entries that share their bytes, and too many entries", async () => {
    const content = Array.from({ length: 4_000 }, (_, index) => (index * index * 7919).toString(36)).join("");
    const names = Array.from({ length: 50 }, (_, index) => `${index}.txt`);
    const single = zipOf({ "0.txt": content });
    const all = zipOf(names.map((name) => ({ name, content, claims: { localHeaderAt: 0 } })));
    // The directory of fifty entries behind the bytes of one.
    const directoryAt = single.indexOf("PK\x01\x02");
    const sharing = Buffer.concat([single.subarray(0, directoryAt), all.subarray(all.indexOf("PK\x01\x02"))]);
    sharing.writeUInt32LE(directoryAt, sharing.length - 6);
    await expect(contents(inMemory(sharing))).rejects.toThrow("“wires.zip” names the same bytes as several files");
    await expect(contents(inMemory(zipOf({ a: "", b: "" })), { entries: 1, bytes: 9 })).rejects.toThrow(
      "“wires.zip” holds more than 1 files",
    );
  });

  it("says what is wrong with a file that is gone", async () => {
    const file = onDisk(zipOf({ a: "x" }));
    if (file.content.kind === "disk") unlinkSync(file.content.path);
    await expect(openZip(file)).rejects.toThrow("“wires.zip” cannot be read (ENOENT).");
  });

  it("ends in entries or in a problem, however an archive is damaged", async () => {
    const sound = zipOf(files);
    let refused = 0;
    for (let seed = 0; seed < 600; seed++) {
      const damaged = Buffer.from(sound.subarray(0, seed % 3 === 0 ? (seed * 7919) % sound.length : sound.length));
      for (let flip = 0; flip < (seed % 3 === 0 ? 0 : 1 + (seed % 4)); flip++) {
        const bit = ((seed * 2_654_435_761 + flip * 40_503) >>> 0) % (damaged.length * 8);
        damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      }
      try {
        await contents(seed % 2 ? inMemory(damaged) : onDisk(damaged));
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});
