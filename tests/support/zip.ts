import { crc32, deflateRawSync } from "node:zlib";

/** A file for an archive, and what the archive is to say of it where that is not the truth. */
export interface ZipSpecimen {
  name: string | Uint8Array;
  content: string | Uint8Array;
  stored?: boolean;
  claims?: { size?: number; checksum?: number; method?: number; flags?: number; localHeaderAt?: number; mode?: number };
}

/** A ZIP archive, made byte by byte, so that it can be wrong in every way. Names are UTF-8 and declared as such. */
export function zipOf(files: readonly ZipSpecimen[] | Readonly<Record<string, string | Uint8Array>>): Buffer {
  const specimens: readonly ZipSpecimen[] = Array.isArray(files)
    ? files
    : Object.entries(files as Record<string, string | Uint8Array>).map(([name, content]) => ({ name, content }));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored = false, claims = {} } of specimens) {
    const plain = Buffer.from(content as Uint8Array);
    const packed = stored ? plain : deflateRawSync(plain);
    const rawName = Buffer.from(name as Uint8Array);
    const UTF_8 = 0x0800;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(claims.flags ?? UTF_8, 2);
    common.writeUInt16LE(claims.method ?? (stored ? 0 : 8), 4);
    common.writeUInt32LE(claims.checksum ?? crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims.size ?? plain.length, 18);
    common.writeUInt16LE(rawName.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), common, rawName, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(claims.localHeaderAt ?? at, 10);
    // The mode of Unix, which says of a link that it is one.
    rest.writeUInt32LE(((claims.mode ?? 0) << 16) >>> 0, 6);
    const madeBy = claims.mode === undefined ? "\x14\x00" : "\x14\x03";
    directory.push(Buffer.from(`PK\x01\x02${madeBy}`), common, rest, rawName);
    at += 4 + common.length + rawName.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(specimens.length % 0x10000, 8);
  end.writeUInt16LE(specimens.length % 0x10000, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, entries, end]);
}
