/** The code page of the letters of a font, by its \fcharset. Charset 1 is that of the machine, 2 are pictures for letters. */
export const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [0, "cp1252"],
  [2, "symbol"],
  [77, "macroman"],
  [128, "cp932"],
  [129, "cp949"],
  [134, "cp936"],
  [136, "cp950"],
  [161, "cp1253"],
  [162, "cp1254"],
  [163, "cp1258"],
  [177, "cp1255"],
  [178, "cp1256"],
  [186, "cp1257"],
  [204, "cp1251"],
  [222, "cp874"],
  [238, "cp1250"],
  [255, "cp437"],
]);

/** Control words and symbols that stand for characters. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["line", "\n"],
  ["lbr", "\n"],
  ["emdash", "—"],
  ["endash", "–"],
  ["emspace", "\u2003"],
  ["enspace", "\u2002"],
  ["qmspace", "\u2005"],
  ["bullet", "•"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["zwj", "\u200D"],
  ["zwnj", "\u200C"],
  ["ltrmark", "\u200E"],
  ["rtlmark", "\u200F"],
  ["~", "\u00A0"],
  ["-", "\u00AD"],
  ["_", "\u2011"],
  ["{", "{"],
  ["}", "}"],
  ["\\", "\\"],
]);

/** Where the text of a group goes. */
export type Destination = "text" | "nowhere" | "fonts" | "styles" | "note" | "title" | "author" | "marker";

/** Control words that begin a group of another kind; every other group goes on with the one it lies in. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ["fonttbl", "fonts"],
  ["stylesheet", "styles"],
  ["footnote", "note"],
  ["title", "title"],
  ["author", "author"],
  ["listtext", "marker"],
  ["pntext", "marker"],
  ["shptxt", "text"],
  ["result", "text"],
  ["fldrslt", "text"],
  ...[
    "colortbl annotation atnid atnauthor pict nonshppict shprslt object objdata objclass fldinst datafield header headerl",
    "headerr headerf footer footerl footerr footerf info xe tc rxe txe bkmkstart bkmkend themedata filetbl listtable",
    "listoverridetable revtbl rsidtbl generator sp sn sv private bliptag pn pnseclvl xmlnstbl mmathPr latentstyles",
    "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn background template operator category keywords doccomm company",
    "subject manager comment hlinkbase nesttableprops",
  ]
    .join(" ")
    .split(" ")
    .map((word): [string, Destination] => [word, "nowhere"]),
]);

/** Groups that older readers pass over and this one reads: text boxes. */
export const READ_THOUGH_IGNORABLE: ReadonlySet<string> = new Set(["shpinst", "shptxt"]);
