import { isAgency } from "./agencies.ts";

/** What a credit line says. */
export interface Credits {
  /** The words, without the parentheses about them. */
  words: string;
  /** The agency whose report it is, where the line names nothing but that; else empty. */
  agency: string;
  /** True where the line is nothing but credits; false where they stand at the end of a paragraph. */
  isWhole: boolean;
}

/** No credits are longer; a line may be many megabytes. */
const LONGEST = 600;

const WORK = `(?:additional |further |extra )?(?:reporting|writing|editing|compiled|compilation|translation|translated|research|researched|graphics?|photography|photographs?|production|produced|written|edited)`;

/** How credits begin, in the languages of the agencies, whatever their case; and then comes a name. */
const OPENINGS: readonly RegExp[] = [
  String.raw`${WORK}(?:(?:,| and| &)\s+${WORK})*\s+(?:by|from)\s+`,
  String.raw`(?:with (?:files|reporting|additional reporting|reports?|inputs?|information) (?:from|by)|source\s*:)\s+`,
  "avec (?:l['’]|des? |les )?",
  String.raw`(?:reportage|rédaction|édité|edité|édition|version française|propos recueillis|traduction)(?: additionnels?| supplémentaires?)?(?: de | d['’]| par |\s*:\s*| )`,
  "(?:reporte|información|escrito|redacción|editado|edición|traducido)(?: adicional)? (?:de|por) |con información de ",
  "(?:reportagem|edição|texto|com informações)(?: adicional)? (?:de|da|do|por) ",
  String.raw`(?:bericht|geschrieben|redigiert|bearbeitet|mitarbeit)(?: von|\s*:) |mit material (?:von|der) `,
].map((opening) => new RegExp(`^(?:(?i:${opening}))(?:\\p{Lu}|agences)`, "u"));

const ARABIC_OPENING =
  /^(?:إعداد|تحرير|تغطية(?: صحفية)?|شارك في|ترجمة|كتابة|بالتعاون مع)(?:\s*[:/-])?\s*\p{Script=Arabic}/u;

const COPYRIGHT = /^(?:©|\(c\)\s|copyright\s)/i;

/** “The agency’s Name in City contributed to this report.” */
const CONTRIBUTED =
  /\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting|additional reporting)\b[^.]{0,60}\.?$/i;

/** The initials of those who wrote and edited, as agencies put them last: “ab-cd/ef/gh”. */
const INITIALS = /^(?!and\/or$|he\/she$|his\/her$)\p{Ll}{2,4}(?:[-/]\p{Ll}{2,4}){1,6}$/u;

/** What ends a file of an agency. */
const ENDS = /^(?:enditem|ends?|fin|انتهى|\*{3,}|-{3,}|###)$/iu;

/**
 * Reads the credits in a block that stands near the end of a text: “(Additional reporting by …; Editing by …)”, “(avec AFP)”,
 * “© Agence …”, or the name of an agency alone; on a line of their own, or in parentheses at the end of a paragraph. Null
 * where there are none.
 */
export function readCredits(block: string): Credits | null {
  const line = block.trim();
  if (line.length <= LONGEST) {
    const words = withoutFrame(line);
    const agency = agencyOf(words);
    if (agency !== null) return { words, agency, isWhole: true };
    if (isCredit(words)) return { words, agency: "", isWhole: true };
  }
  // The last parentheses of a paragraph, which hold no others.
  const [, inside] = /[.!?…؟。”"»]\s*[(（[]([^()（）[\]]{2,600})[)）\]]\s*\.?$/u.exec(line.slice(-LONGEST - 10)) ?? [];
  if (inside === undefined) return null;
  const words = inside.trim();
  const agency = agencyOf(words);
  if (agency !== null) return { words, agency, isWhole: false };
  return isCredit(words) ? { words, agency: "", isWhole: false } : null;
}

function isCredit(words: string): boolean {
  if ([...OPENINGS, ARABIC_OPENING, COPYRIGHT].some((opening) => opening.test(words))) return true;
  return CONTRIBUTED.test(words) || INITIALS.test(words) || ENDS.test(words);
}

/** The one agency that the words name and nothing else; "" for several; null where they are something else. */
function agencyOf(words: string): string | null {
  const name = words.replace(/^(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?/iu, "").replace(/\.$/, "");
  if (name.length > 60 || !isAgency(name)) return null;
  return /[/,،+]|\s(?:and|et|und|y|و)\s/u.test(name) ? "" : name;
}

/** The words without the parentheses, brackets and dashes about them. */
function withoutFrame(line: string): string {
  const words = line.replace(/^(?:[–—-]+|\*)\s*/, "").trim();
  const [, inside] = /^[(（[]([^()（）[\]]*)[)）\]]\.?$/u.exec(words) ?? [];
  return (inside ?? words).trim();
}
