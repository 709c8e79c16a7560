import iconv from "iconv-lite";

/**
 * The encoding that a label names, under the name by which it is decoded; undefined for a label that names none. Labels
 * mean what they mean on the web (WHATWG Encoding Standard): who writes Latin-1 writes Windows-1252.
 */
export function encodingOf(label: string): string | undefined {
  const asked = label.trim().toLowerCase().slice(0, 60);
  if (asked === "") return undefined;
  const meant = MEANT[asked] ?? asked;
  if (meant === "iso-2022-jp") return meant;
  if (iconv.encodingExists(meant)) return isTransfer(meant) ? undefined : meant;
  try {
    const standard = new TextDecoder(meant).encoding;
    return iconv.encodingExists(standard) ? standard : undefined;
  } catch {
    return undefined;
  }
}

/** What iconv-lite offers besides and is no encoding of texts. */
const isTransfer = (encoding: string) => /^(base64|hex|binary|internal|_|utf-?7)/.test(encoding);

/** Labels that mean another encoding than they name, or that iconv-lite knows under another name. */
const MEANT: Readonly<Record<string, string>> = {
  utf8: "utf-8",
  "unicode-1-1-utf-8": "utf-8",
  unicode: "utf-16le",
  "utf-16": "utf-16le",
  "utf-32": "utf-32le",
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  latin1: "windows-1252",
  "iso-8859-1": "windows-1252",
  iso8859_1: "windows-1252",
  "iso8859-1": "windows-1252",
  "iso_8859-1": "windows-1252",
  "iso-8859-9": "windows-1254",
  "iso-8859-11": "windows-874",
  "tis-620": "windows-874",
  gb2312: "gb18030",
  gbk: "gb18030",
  gb_2312: "gb18030",
  "gb_2312-80": "gb18030",
  "x-gbk": "gb18030",
  "euc-kr": "cp949",
  euckr: "cp949",
  ks_c_5601: "cp949",
  "ks_c_5601-1987": "cp949",
  sjis: "shift_jis",
  "shift-jis": "shift_jis",
  "x-sjis": "shift_jis",
  cp932: "shift_jis",
  ms_kanji: "shift_jis",
  "windows-31j": "shift_jis",
  big5: "big5-hkscs",
  "x-euc-jp": "euc-jp",
  "x-mac-roman": "macroman",
  "mac-roman": "macroman",
  macintosh: "macroman",
  "x-mac-cyrillic": "maccyrillic",
  "x-mac-ukrainian": "macukraine",
};

/** The name of an encoding as it is written for people. */
export function nameOf(encoding: string): string {
  const own: Readonly<Record<string, string>> = {
    shift_jis: "Shift_JIS",
    cp949: "EUC-KR",
    "big5-hkscs": "Big5",
    macroman: "Mac OS Roman",
    maccyrillic: "Mac OS Cyrillic",
  };
  const known = own[encoding];
  if (known) return known;
  return /^windows-?\d+$/i.test(encoding) ? encoding.replace(/^windows-?/i, "Windows-") : encoding.toUpperCase();
}

/** Where markup declares its encoding; the standard of the web looks at 1,024 bytes, and pages are less careful. */
const PROLOGUE = 4096;

/**
 * The label of the encoding that a page or an XML document declares in itself: `<?xml encoding="…">`,
 * `<meta charset="…">` or `<meta http-equiv="content-type" content="…; charset=…">`; undefined where there is none.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PROLOGUE)).toString("latin1");
  const inXml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head);
  if (inXml) return inXml[1];
  return /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
}
