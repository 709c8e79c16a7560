/** The bullet of the font Symbol has a code of its own; all others are what Unicode says. */
export function unicodeOf(code: number): string {
  return code === 0xf0b7 ? "•" : String.fromCharCode(code);
}

/** Whether a byte is an ASCII letter, of which the words of RTF are made. */
export function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

/** Whether a byte is an ASCII digit. */
export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Whether bytes are ASCII alone, and so the same in every code page. */
export function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80);
}
