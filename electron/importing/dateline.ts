import { isAgency, isAgencyName } from "./agencies.ts";
import { placeAndDate } from "./dateline-date.ts";
import { isCalledPaper, isPaper } from "./papers.ts";
import { canBePlace, isCapitalised, isInCapitals, isRegion, isSoonerPlace } from "./places.ts";

/** The dateline at the head of a report: where it was filed and by which agency, and when where it says so. */
export interface Dateline {
  place: string;
  /** Empty where none is named. */
  agency: string;
  /** The date as it is printed, often without a year; empty where there is none. */
  date: string;
  /** Who wrote it, where that stands before the place: “By Name CITY (Agency) -”; empty where it does not. */
  byline: string;
  /** How many characters of the line it takes, the dash included. */
  length: number;
}

/**
 * A dateline that is all there is on its line. Its place is empty where an agency or a paper stands there: “Reuters, 14 May
 * 2024”.
 */
export interface DatelineAlone extends Dateline {
  /** False where the line could be a title as well: “Tamba, 14 May 2024”. */
  isCertain: boolean;
}

/** What a form makes of its words: a dateline without its length, or null where the words only look like one. */
type Read = Omit<Dateline, "length"> | null;

const BEFORE = String.raw`(?<before>[\p{Lu}\p{Lo}'’](?:[^()（）/\n–—―]|/(?=\s?\p{Lu})|\(\p{Lu}[\p{L} .'’-]{2,30}\)(?=\s*,)|\s\(\p{L}{3,12}\)\s\p{Nd}{4}){1,110}?)`;
const AGENCY = String.raw`(?<agency>[\p{L}\p{N}\p{M}&'’./\- ]{2,50})`;
const DASH = String.raw`\s*(?:[–—―-]|--)+\s*`;
/** Spanish agencies write “.-”. */
const DASH_BEHIND = String.raw`\s*\.?${DASH}`;

/** How datelines are written; the first that fits is taken. */
const FORMS: readonly { form: RegExp; read: (groups: Record<string, string>, rest: string) => Read }[] = [
  // TAMBA (Northwire) –, TAMBA, Lac, March 22 (Northwire) --, TAMBA, 22 mars (Northwire) -, or nothing behind it
  { form: new RegExp(`^${BEFORE}\\s*[(（]${AGENCY}[)）](?:${DASH_BEHIND}|\\s*$)`, "u"), read: besideAgency },
  // Tamba, 22 mars 2024 (Northwire) Une douzaine
  { form: new RegExp(`^${BEFORE}\\s*[(（]${AGENCY}[)）]\\s+(?=[\\p{Lu}“«"])`, "u"), read: withoutDash },
  // TAMBA, March 5, 2024 /Newswire/ --, МОСКВА, 22 марта. /ТАСС/.
  { form: new RegExp(`^${BEFORE}\\.?\\s*/${AGENCY}/(?:${DASH}|\\.\\s*)`, "u"), read: betweenStrokes },
  // МОСКВА, 22 мар – РИА Новости.
  { form: new RegExp(`^${BEFORE}${DASH}${AGENCY}\\.\\s+`, "u"), read: behindDash },
  // TAMBA, 22 March 2024 –, TAMBA, Mali —
  { form: new RegExp(`^${BEFORE}(?<agency>)${DASH}(?=\\S)`, "u"), read: withoutAgency },
  // (ANSA) - TAMBA, 22 MAR -
  { form: new RegExp(`^[(（]${AGENCY}[)）]${DASH}${BEFORE}${DASH}(?=\\S)`, "u"), read: agencyFirst },
  // (Reuters) -
  { form: new RegExp(`^[(（]${AGENCY}[)）]${DASH}(?=\\S)`, "u"), read: agencyAlone },
];

/** “تامبا/ الوكالة” or “تامبا / اسم / الوكالة”: on a line of its own, or with a dash behind it. */
const BY_STROKES =
  /^(?<place>\p{Script=Arabic}[\p{Script=Arabic}\p{M} ]{1,30}?)\s*\/(?:\s*(?<byline>[\p{Script=Arabic}\p{M} ]{3,40}?)\s*\/)?\s*(?<agency>[\p{Script=Arabic}\p{M}. ]{2,30}?)\s*(?:$|[–—-]+\s+)/u;

/** 新华社北京3月22日电, with or without the names of the writers in parentheses. */
const CHINESE =
  /^[（(]?(?<agency>\p{Script=Han}{2,5}?[社网])(?<place>\p{Script=Han}{2,10}?)(?<date>(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日)[电電讯](?:[（(](?:记者|記者)?(?<byline>[^（）()]{2,40})[）)])?[）)]?\s*/u;

/** No dateline is longer; a line may be many megabytes. */
const LONGEST = 200;

/** Reads the dateline at the head of a line, or null where there is none. */
export function readDateline(line: string): Dateline | null {
  const head = line.slice(0, LONGEST);
  for (const { form, read } of FORMS) {
    const match = form.exec(head);
    if (!match) continue;
    const found = read(match.groups ?? {}, line.slice(match[0].length, LONGEST + 1));
    if (found) return { ...found, length: match[0].length };
  }
  const strokes = BY_STROKES.exec(line.length < LONGEST ? line : head);
  if (strokes && isAgency(strokes.groups?.agency ?? "")) return datelineOf(strokes);
  const chinese = CHINESE.exec(head);
  return chinese ? datelineOf(chinese) : withByline(head);
}

/**
 * Reads a line that is nothing but place and date: “Tamba, 14 May 2024”, “TAMBA, 15 mai 2024”, “Tamba, le 15 mai 2024”,
 * “تامبا في 13 مايو 2024”. The date must have its year. Who printed it may stand for the place: “Le Monde, 14 mai 2024”. Null
 * where there is none, and for a person with a date.
 */
export function readDatelineAlone(line: string): DatelineAlone | null {
  const words = line.trim();
  if (words.length > LONGEST / 2) return null;
  const { place, date, hasYear, between } = placeAndDate(words.replace(/\.$/, ""));
  if (!hasYear || !isParted(place, date, between)) return null;
  const outlet = outletFor(place);
  if (outlet !== null)
    return { place: "", agency: outlet, date, byline: "", length: line.length, isCertain: isAgency(outlet) };
  if (!isPlace(place)) return null;
  const isMarked = /^(?:le|den|a|el)\s/u.test(date);
  const isCertain = isInCapitals(mainPlace(place)) || isMarked || hasRegion(place);
  if (!isCertain && !isSoonerPlace(mainPlace(place))) return null;
  return { place: withoutParentheses(place), agency: "", date, byline: "", length: line.length, isCertain };
}

/** Agencies whose names are those of places too. */
const ALSO_PLACES = /^(?:petra|saba|fars|بترا|سبأ)$/iu;

/**
 * Who stands where a place could: an agency or paper that is known. Empty where it may as well be a place, or where only its
 * name says that it is a paper’s; null where it is neither.
 */
function outletFor(place: string): string | null {
  if (ALSO_PLACES.test(place)) return "";
  if (isAgency(place) || isPaper(place)) return place;
  return isCalledPaper(place) ? "" : null;
}

function datelineOf({ 0: whole, groups = {} }: RegExpExecArray): Dateline {
  const { place = "", agency = "", date = "", byline = "" } = groups;
  return { place: place.trim(), agency: agency.trim(), date, byline: byline.trim(), length: whole.length };
}

/**
 * An agency in parentheses. A place in capitals is trusted with any that can be one; one in small letters only with an agency
 * that is known or says that it is one, or with a date; in scripts without capitals one word is.
 */
function besideAgency({ before = "", agency: named = "" }: Record<string, string>, rest: string): Read {
  const agency = named.trim();
  const { place, date, between } = placeAndDate(before);
  const read = { place: LABELS.test(place) ? "" : withoutParentheses(place), agency, date, byline: "" };
  if (!canBeAgency(agency) || !canFollow(rest, agency)) return null;
  // Without a dash behind it a line may be anybody with what they are.
  if (rest === "" && date === "" && !isAgency(agency)) return null;
  if (read.place === "") return read;
  if (!isPlace(place) || (date !== "" && !isParted(place, date, between) && !isInCapitals(place))) return null;
  if (/^\p{Lo}/u.test(place)) {
    if (isAgencyName(agency) || date !== "") return place.split(/\s+/).length <= 4 ? read : null;
    return !/\s/.test(place) && !ASIDES.test(agency) ? read : null;
  }
  if (isInCapitals(mainPlace(place))) return isShortFor(agency, place) ? null : read;
  return isAgencyName(agency) || date !== "" ? read : null;
}

/** Without a dash only an agency that is known, behind a date, ends a dateline. */
function withoutDash(groups: Record<string, string>, rest: string): Read {
  const read = besideAgency(groups, rest);
  return read && read.date !== "" && isAgency(read.agency) ? read : null;
}

function betweenStrokes(groups: Record<string, string>, rest: string): Read {
  const read = besideAgency(groups, rest);
  return read && read.date !== "" ? read : null;
}

function behindDash({ before = "", agency = "" }: Record<string, string>): Read {
  const { place, date, between } = placeAndDate(before);
  if (date === "" || between === "" || !isAgencyName(agency.trim()) || !isPlace(place)) return null;
  return { place: withoutParentheses(place), agency: agency.trim(), date, byline: "" };
}

/**
 * Neither agency nor parentheses: the place is in capitals, with a date or the country it lies in; or it has a full date, as
 * the offices of international bodies write: “Tamba, 22 March 2024 – The …”.
 */
function withoutAgency({ before = "" }: Record<string, string>, rest: string): Read {
  const { place, date, hasYear, between } = placeAndDate(before);
  if (!/^["“«‘'„]?[\p{Lu}\p{Lo}\p{N}]/u.test(rest)) return null;
  const outlet = date !== "" && isParted(place, date, between) ? outletFor(place) : null;
  if (outlet !== null) return outlet === "" ? null : { place: "", agency: outlet, date, byline: "" };
  if (!isPlace(place)) return null;
  const read = { place: withoutParentheses(place), agency: "", date, byline: "" };
  if (date === "")
    return isInCapitals(mainPlace(place)) && hasRegion(place) && !isRegion(mainPlace(place)) ? read : null;
  if (!isParted(place, date, between)) return null;
  if (isInCapitals(mainPlace(place))) return read;
  return hasYear && (hasRegion(place) || isSoonerPlace(mainPlace(place))) ? read : null;
}

function agencyFirst({ before = "", agency = "" }: Record<string, string>): Read {
  const { place, date } = placeAndDate(before);
  if (!isAgency(agency.trim()) || !isPlace(place) || !isInCapitals(mainPlace(place))) return null;
  return { place: withoutParentheses(place), agency: agency.trim(), date, byline: "" };
}

function agencyAlone({ agency = "" }: Record<string, string>, rest: string): Read {
  const isFiled = isAgency(agency.trim()) && /^["“«‘'„]?[\p{Lu}\p{Lo}\p{N}]/u.test(rest);
  return isFiled ? { place: "", agency: agency.trim(), date: "", byline: "" } : null;
}

/** “By Name Surname TAMBA (Northwire) -”: the place is what stands in capitals behind the names. */
function withByline(head: string): Dateline | null {
  const match =
    /^(?:By|Par|Por|Von)\s+(?<byline>(?:\p{Lu}[\p{L}\p{M}'’.-]*\s+|and\s+|et\s+|und\s+|y\s+|,\s*){1,8}?)(?=[\p{Lu}'’-]{3,})/u.exec(
      head,
    );
  if (!match) return null;
  const dateline = readDateline(head.slice(match[0].length));
  if (!dateline || !isInCapitals(mainPlace(dateline.place))) return null;
  const byline = (match.groups?.byline ?? "").replace(/[\s,]+$/, "");
  return { ...dateline, byline, length: match[0].length + dateline.length };
}

/** Whether a comma parts place and date, or the Arabic “في”, which stands before the date of an event too. */
function isParted(place: string, date: string, between: string): boolean {
  return between !== "" || (/^\p{Script=Arabic}/u.test(place) && /^(?:في|بتاريخ)\s/u.test(date));
}

/** One to three names parted by commas, from the small to the large, of which the first may be several by strokes. */
function isPlace(place: string): boolean {
  const parts = partsOf(place);
  if (parts.length > 3 || !parts.every((part) => part.split(/\s*\/\s*/).every(canBePlace))) return false;
  return /^\p{Lo}/u.test(place) || parts.flatMap((part) => part.split(/\s*\/\s*/)).every(isCapitalised);
}

/** “TAMBA, Mali” and “TAMBA (Mali)” are the same. */
const withoutParentheses = (place: string) => partsOf(place).join(", ");
const partsOf = (place: string) => place.replace(/\s*\(([^()]+)\)/g, ", $1").split(/\s*[,،]\s*/);

/** The place without the country or province behind it: “BAMAKO, Mali”. */
const mainPlace = (place: string) => partsOf(place)[0] ?? "";
const hasRegion = (place: string) => partsOf(place).slice(1).some(isRegion);

/** What agencies file without a place, under a word that says what it is. */
const LABELS =
  /^(?:CORRECTION|CORRECTED|UPDATE|URGENT|BREAKING|EXCLUSIVE|FACTBOX|ANALYSIS|FEATURE|EXPLAINER|REFILE|WRAPUP|TIMELINE|OPINION)S?(?:\s*\d)?$/;

/** What stands in parentheses behind a person in Arabic captions: left, right, middle, archive. */
const ASIDES = /^(?:يسار|يمين|وسط|اليسار|اليمين|الوسط|أرشيف|صورة|\p{N}+)$/u;

/** What stands in parentheses behind a person, a team or a heading: parties, sides, ages, parts of a series. */
const NO_AGENCIES =
  /^(?:labour|conservatives?|tory|tories|lib ?dems?|snp|dup|greens?|independent|democrats?|republicans?|[dr]-\p{L}+\.?|lr|lrem|ps|rn|lfi|modem|udi|eelv|spd|cdu|csu|fdp|afd|linke|grüne|pp|psoe|vox|podemos|psd|chp|akp|mhp|dem|mpp|cdp|upc|rpm|adema|urd|anc|da|eff|apc|pdp|ndc|npp|left|right|home|away|men|women|archives?|photos?|videos?|live|opinion|updated?|exclusive|captain|capt|president|minister|(?:part|group|round|week|day|season|chapter|stage|no|vol|u|under|poule|gruppe|grupo|groupe|partie|teil|parte)[\s.-]*(?:\p{N}+|[A-Z]|[IVX]+))$/iu;

/** Whether what stands in parentheses can be an agency: with a capital, no number, no country, no party. */
function canBeAgency(agency: string): boolean {
  if (isAgency(agency)) return true;
  return (
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(agency) && /\p{L}/u.test(agency) && !NO_AGENCIES.test(agency) && !isRegion(agency)
  );
}

/** Whether the words behind the dash can begin a report: no score, and behind an agency that is not known no small letter. */
function canFollow(rest: string, agency: string): boolean {
  if (/^\p{N}+\s?[-–:.,]\s?\p{N}+(?!\p{N}{2})/u.test(rest)) return false;
  return isAgency(agency) || !/^\p{Ll}/u.test(rest);
}

/** Whether letters are the initials of a name: “EUROPEAN UNION (EU)”. */
function isShortFor(letters: string, name: string): boolean {
  const initials = name.split(/[\s-]+/).map((word) => word.charAt(0).toUpperCase());
  return initials.length > 1 && initials.join("") === letters.toUpperCase();
}
