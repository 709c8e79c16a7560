/** A square picture in PNG. */
export interface SizedPicture {
  size: number;
  png: Uint8Array;
}

/** The kinds of a Mac icon file by the size of their picture. */
const MAC_KINDS: Record<number, string[]> = {
  16: ["icp4"],
  32: ["icp5", "ic11"],
  64: ["ic12"],
  128: ["ic07"],
  256: ["ic08", "ic13"],
  512: ["ic09", "ic14"],
  1024: ["ic10"],
};

/** A Mac icon file: a header, and each picture behind its kind and length. */
export function macIcon(pictures: readonly SizedPicture[]): Buffer {
  const entries = pictures.flatMap(({ size, png }) =>
    (MAC_KINDS[size] ?? []).map((kind) => Buffer.concat([Buffer.from(kind, "latin1"), bigEndian(png.length + 8), png])),
  );
  const body = Buffer.concat(entries);
  return Buffer.concat([Buffer.from("icns", "latin1"), bigEndian(body.length + 8), body]);
}

/** A Windows icon file: a directory of 16 bytes for each picture, then the pictures. */
export function windowsIcon(pictures: readonly SizedPicture[]): Buffer {
  const fitting = pictures.filter(({ size }) => size <= 256);
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(fitting.length, 4);
  let offset = header.length + fitting.length * 16;
  const directory = fitting.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // A byte cannot say 256; nought does.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...directory, ...fitting.map(({ png }) => png)]);
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
