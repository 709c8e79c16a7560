import { deflateSync } from "node:zlib";

/** A piece of text on a page of 595 × 842 points; `y` from the bottom, as PDF counts. */
export interface PdfText {
  x: number;
  y: number;
  text: string;
  size?: number;
  /** Ordinary and bold letters of western Europe; all of Unicode; the same without a map to it; and Japanese by its code page. */
  font?: "plain" | "bold" | "unicode" | "unmapped" | "japanese";
  /** In degrees, against the clock. */
  turned?: number;
}

export interface PdfSpecimen {
  pages: readonly (readonly PdfText[])[];
  info?: Readonly<Record<string, string>>;
  /** An XMP packet. */
  xmp?: string;
  /** An entry for the trailer, such as `/Encrypt << … >>`. */
  trailer?: string;
  /** The content of the first page in place of its texts, as it is, with its dictionary. */
  firstContent?: { dictionary: string; bytes: Uint8Array };
  /** How many pages share one node of the tree of pages. */
  fanOut?: number;
}

/** A PDF, made byte by byte. Letters of the Unicode fonts are half as wide as they are high. */
export function pdfOf({ pages, info, xmp, trailer = "", firstContent, fanOut = 50 }: PdfSpecimen): Buffer {
  const letters = new Letters();
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.from(body as Buffer)) + FIRST_FREE - 1;
  const stream = (dictionary: string, bytes: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
      bytes,
      Buffer.from("\nendstream"),
    ]);
  const contents = pages.map((texts, index) => {
    if (index === 0 && firstContent) return add(stream(firstContent.dictionary, firstContent.bytes));
    return add(stream("/Filter /FlateDecode", deflateSync(Buffer.from(texts.map(letters.draw).join("\n"), "latin1"))));
  });
  const groups = Math.ceil(pages.length / fanOut);
  const firstNode = FIRST_FREE + objects.length;
  const firstPage = firstNode + groups;
  for (let group = 0; group < groups; group++) {
    const own = contents.slice(group * fanOut, (group + 1) * fanOut);
    const kids = own.map((_, index) => `${firstPage + group * fanOut + index} 0 R`).join(" ");
    add(`<< /Type /Pages /Parent 2 0 R /Count ${own.length} /Kids [${kids}] >>`);
  }
  for (const [index, content] of contents.entries()) {
    const node = firstNode + Math.floor(index / fanOut);
    add(`<< /Type /Page /Parent ${node} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources 3 0 R >>`);
  }
  const text = (value: string) => `<FEFF${Buffer.from(value, "utf16le").swap16().toString("hex")}>`;
  const properties = Object.entries(info ?? {}).map(([key, value]) => `/${key} ${text(value)}`);
  const infoAt = add(`<< ${properties.join(" ")} >>`);
  const metadata = xmp ? `/Metadata ${add(stream("/Type /Metadata /Subtype /XML", Buffer.from(xmp)))} 0 R` : "";
  const nodes = Array.from({ length: groups }, (_, group) => `${firstNode + group} 0 R`).join(" ");
  const fonts = "/plain 4 0 R /bold 5 0 R /unicode 6 0 R /unmapped 7 0 R /japanese 8 0 R";
  const fixed: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${metadata} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${nodes}] >>`,
    `<< /Font << ${fonts} >> >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    composite("Mapped", "Identity-H", "Identity", "/ToUnicode 9 0 R"),
    composite("Unmapped", "Identity-H", "Identity", ""),
    composite("Ryumin-Light", "90ms-RKSJ-H", "Japan1", ""),
    stream("", Buffer.from(letters.map())),
  ];
  return written([...fixed, ...objects], `/Root 1 0 R /Info ${infoAt} 0 R ${trailer}`);
}

const FIRST_FREE = 10;

function composite(name: string, encoding: string, ordering: string, map: string): string {
  const system = `<< /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >>`;
  const descendant = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo ${system} /DW 500 >>`;
  return `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${descendant}] ${map} >>`;
}

function written(bodies: readonly (string | Buffer)[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "latin1")];
  let at = parts[0]?.length ?? 0;
  const places = bodies.map((body, index) => {
    const place = at;
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(body as Buffer),
      Buffer.from("\nendobj\n"),
    ]);
    parts.push(part);
    at += part.length;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = bodies.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** Gives each letter of the Unicode fonts a code of its own, and says in the end which is which. */
class Letters {
  readonly #codes = new Map<string, number>();

  readonly draw = ({ x, y, text, size = 10, font = "plain", turned = 0 }: PdfText): string => {
    const angle = (turned * Math.PI) / 180;
    const [cosine, sine] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
    const matrix = `${cosine} ${sine} ${Number(sine) === 0 ? 0 : -Number(sine)} ${cosine} ${x} ${y}`;
    return `BT /${font} ${size} Tf ${matrix} Tm ${this.#encode(text, font)} Tj ET`;
  };

  #encode(text: string, font: NonNullable<PdfText["font"]>): string {
    if (font === "japanese") return `<${shiftJis(text)}>`;
    if (font === "plain" || font === "bold") {
      return `<${Array.from(text, (letter) => hex(WINDOWS.indexOf(letter) === -1 ? letter.charCodeAt(0) : 0x80 + WINDOWS.indexOf(letter), 2)).join("")}>`;
    }
    return `<${Array.from(text, (letter) => hex(this.#codeOf(letter), 4)).join("")}>`;
  }

  #codeOf(letter: string): number {
    const known = this.#codes.get(letter);
    if (known !== undefined) return known;
    const code = this.#codes.size + 1;
    this.#codes.set(letter, code);
    return code;
  }

  map(): string {
    const entries = [...this.#codes].map(
      ([letter, code]) => `<${hex(code, 4)}> <${Buffer.from(letter, "utf16le").swap16().toString("hex")}>`,
    );
    const blocks: string[] = [];
    for (let at = 0; at < entries.length; at += 100) {
      const some = entries.slice(at, at + 100);
      blocks.push(`${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join("\n")}\nendcmap\nend`;
  }
}

/** The characters of Windows-1252 from 0x80 on that Latin-1 has not. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** Hiragana only, which lie in one row of Shift JIS. */
function shiftJis(text: string): string {
  return Array.from(text, (letter) => hex(0x829f + letter.charCodeAt(0) - 0x3041, 4)).join("");
}
