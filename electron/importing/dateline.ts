import { isAgency, isAgencyName } from "./agencies.ts";

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

const NAME = String.raw`[\p{L}\p{M}\p{N}'’.\- ]`;
const DATE = String.raw`(?:\p{L}[\p{L}\p{M}]*\.?,?\s+)?(?:\d{1,2}(?:er|st|nd|rd|th)?\.?\s+(?:de\s+)?\p{L}[\p{L}\p{M}]*\.?|\p{L}[\p{L}\p{M}]*\.?\s+\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2})(?:,?\s+(?:de\s+)?\d{4})?`;
const PLACE = String.raw`(?<place>[\p{Lu}\p{Lo}]${NAME}{1,50}?(?:\s*/\s*[\p{Lu}\p{Lo}]${NAME}{1,40}?){0,3}(?:,\s*[\p{Lu}\p{Lo}]${NAME}{1,40}?)?)`;
const AGENCY = String.raw`(?<agency>[\p{L}\p{N}\p{M}&'’./\- ]{2,50})`;
const DASH = String.raw`\s*(?:[–—―-]|--)+\s*`;

/** How datelines are written; the first that fits is taken, and the text must look like one beside. */
const FORMS: readonly RegExp[] = [
  // TAMBA (Northwire) –, TAMBA, Lac, March 22 (Northwire) --, TAMBA, 22 mars (Northwire) -
  new RegExp(`^${PLACE}(?:,\\s*(?<date>${DATE}))?\\s*[(（]${AGENCY}[)）]${DASH}`, "u"),
  // TAMBA, March 5, 2024 /Newswire/ --, МОСКВА, 22 марта. /ТАСС/.
  new RegExp(`^${PLACE},\\s*(?<date>${DATE})\\.?\\s*/${AGENCY}/(?:${DASH}|\\.\\s*)`, "u"),
  // МОСКВА, 22 мар – РИА Новости.
  new RegExp(`^${PLACE},\\s*(?<date>${DATE})${DASH}${AGENCY}\\.\\s+`, "u"),
  // TAMBA, 22 March 2024 –
  new RegExp(`^${PLACE},\\s*(?<date>${DATE})(?<agency>)${DASH}(?=\\S)`, "u"),
];

/** “تامبا/ الوكالة” or “تامبا / اسم / الوكالة”: on a line of its own, or with a dash behind it. */
const BY_STROKES =
  /^(?<place>\p{Script=Arabic}[\p{Script=Arabic}\p{M} ]{1,30}?)\s*\/(?:\s*(?<byline>[\p{Script=Arabic}\p{M} ]{3,40}?)\s*\/)?\s*(?<agency>[\p{Script=Arabic}\p{M}. ]{2,30}?)\s*(?:$|[–—-]+\s+)/u;

/** 新华社北京3月22日电, with or without the names of the writers in parentheses. */
const CHINESE =
  /^[（(]?(?<agency>\p{Script=Han}{2,5}?[社网])(?<place>\p{Script=Han}{2,10}?)(?<date>(?:\d{1,2}月)?\d{1,2}日)[电電讯](?:[（(](?:记者|記者)?(?<byline>[^（）()]{2,40})[）)])?[）)]?\s*/u;

/** No dateline is longer; a line may be many megabytes. */
const LONGEST = 200;

/** Reads the dateline at the head of a line, or null where there is none. */
export function readDateline(line: string): Dateline | null {
  const head = line.slice(0, LONGEST);
  for (const form of FORMS) {
    const match = form.exec(head);
    const read = match && datelineOf(match);
    if (read && isPlausible(read)) return read;
  }
  const strokes = BY_STROKES.exec(line.length < LONGEST ? line : head);
  if (strokes && isAgency(strokes.groups?.agency ?? "")) return datelineOf(strokes);
  const chinese = CHINESE.exec(head);
  return chinese ? datelineOf(chinese) : withByline(head);
}

function datelineOf({ 0: whole, groups = {} }: RegExpExecArray): Dateline {
  const { place = "", agency = "", date = "", byline = "" } = groups;
  return {
    place: LABELS.test(place) ? "" : place.trim(),
    agency: agency.trim(),
    date: date.replace(/[\s.,]+$/, ""),
    byline: byline.trim(),
    length: whole.length,
  };
}

/** “By Name Surname TAMBA (Northwire) -”: the place is what stands in capitals behind the names. */
function withByline(head: string): Dateline | null {
  const match =
    /^(?:By|Par|Por|Von)\s+(?<byline>(?:\p{Lu}[\p{L}\p{M}'’.-]*\s+|and\s+|et\s+|und\s+|y\s+|,\s*){1,8}?)(?=[\p{Lu}'’-]{3,})/u.exec(
      head,
    );
  if (!match) return null;
  const dateline = readDateline(head.slice(match[0].length));
  if (!dateline || !isInCapitals(dateline.place)) return null;
  const byline = (match.groups?.byline ?? "").replace(/[\s,]+$/, "");
  return { ...dateline, byline, length: match[0].length + dateline.length };
}

/**
 * Whether what fits the form is a dateline, and not a sentence that begins alike, such as “The mayor (left) – who …” or
 * “European Union (EU) – the bloc …”. A place in capitals is trusted with any agency; one in small letters only with an
 * agency that is known or says that it is one, or with a date; in scripts without capitals one word is.
 */
function isPlausible({ place, agency, date }: Dateline): boolean {
  if (!beginsLikeAName(agency)) return false;
  if (place === "") return true;
  if (agency === "") return isInCapitals(place) && /\d/.test(date);
  if (/^\p{Lo}/u.test(place)) {
    if (isAgencyName(agency)) return place.split(/\s+/).length <= 4;
    return !/\s/.test(place) && !ASIDES.test(agency);
  }
  if (!place.split(/[\s,/]+/).every(isPartOfName)) return false;
  if (isInCapitals(place)) return !isShortFor(agency, place);
  return (isAgencyName(agency) || date !== "") && !NO_PLACE.test(place);
}

/** Words with which a sentence begins and no place does. */
const NO_PLACE = /^(?:the|an?|in|at|on|from|for|but|and|dans|en|à|au|aux|de|du|des|selon|im|aus|von|der|die|das)\s/i;

/** What agencies file without a place, under a word that says what it is. */
const LABELS =
  /^(?:CORRECTION|CORRECTED|UPDATE|URGENT|BREAKING|EXCLUSIVE|FACTBOX|ANALYSIS|FEATURE|EXPLAINER|REFILE|WRAPUP|TIMELINE|OPINION)S?(?:\s*\d)?$/;

/** What stands in parentheses behind a person in Arabic captions: left, right, middle, archive. */
const ASIDES = /^(?:يسار|يمين|وسط|اليسار|اليمين|الوسط|أرشيف|صورة|\p{N}+)$/u;

function beginsLikeAName(agency: string): boolean {
  return agency === "" || /^[\p{Lu}\p{Lo}\p{N}]/u.test(agency) || isAgency(agency);
}

const isInCapitals = (words: string) => /\p{Lu}{2}/u.test(words) && !/\p{Ll}{2}/u.test(mainPlace(words));

/** The place without the country or province behind it: “BAMAKO, Mali”. */
const mainPlace = (place: string) => place.split(",")[0] ?? "";

/** A word with a capital, or one of those that stand small in names of places. */
function isPartOfName(word: string): boolean {
  return /^['’]?\p{Lu}/u.test(word) || /^(?:d[’'])?\p{Lu}/u.test(word) || PARTICLES.has(word) || word === "";
}

const PARTICLES = new Set([
  "de",
  "du",
  "des",
  "la",
  "le",
  "les",
  "al",
  "el",
  "of",
  "the",
  "sur",
  "and",
  "et",
  "da",
  "do",
  "am",
  "near",
  "-",
]);

/** Whether letters are the initials of a name: “EUROPEAN UNION (EU)”. */
function isShortFor(letters: string, name: string): boolean {
  const initials = name.split(/[\s-]+/).map((word) => word.charAt(0).toUpperCase());
  return initials.length > 1 && initials.join("") === letters.toUpperCase();
}
