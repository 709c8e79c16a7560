/** No byline is longer. */
const LONGEST = 140;

const SMALL =
  "de|du|des|da|do|dos|la|le|el|al|bin|ben|ibn|ould|ag|von|van|der|den|di|and|et|und|y|e|na|&|with|avec|con";
const NAME = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:${SMALL})(?=\s))`;

/** What somebody is, where that stands behind their name in small letters: “envoyée spéciale”, “special correspondent”. */
const ROLE =
  "(?:our |notre |nuestr[oa] |unser[e]? )?(?:special |staff |foreign |senior |chief |grande? |freie[r]? )?(?:correspondent|writer|reporter|editor|journalist|envoyée?s? spéciale?s?|envoyés spéciaux|correspondante?s?|journalistes?|rédact(?:eur|rice)|reporter|enviad[oa]s? especial(?:es)?|corresponsal(?:es)?|correspondente|periodista|redactora?|repórter|jornalista|sonderkorrespondent(?:in)?|korrespondent(?:in)?|redakteur(?:in)?|inviat[oa]|corrispondente|muhabir|mwandishi|koresponden|correspondents|reporters|journalists)";

/** “By Name Surname”, “Par Nom et Nom, à Ville”, “Von Name”; the words behind a comma or stroke say who or where they are. */
const LATIN = new RegExp(
  String.raw`^(?i:by|par|por|von|di|door|oleh)\s*:?\s+(?<names>${NAME}(?:\s*,?\s+${NAME}){1,9}?)(?:\s*[,|–—-]\s*(?:\P{Lu}{0,4}\p{Lu}|(?i:${ROLE})(?!\p{L}))[^.!?]{0,80}|\s+(?:in|à|en|em)\s+\p{Lu}[^.!?]{0,60}|\s*\([^)]{2,60}\))?$`,
  "u",
);
const ARABIC =
  /^(?:بقلم|كتب|كتبت|إعداد|تقرير)\s*[:/-]?\s*(?<names>\p{Script=Arabic}[\p{Script=Arabic}\p{M}. ]{4,60})$/u;
const CYRILLIC = /^(?:автор|текст)\s*:\s*(?<names>\p{Lu}[\p{L}\p{M}. -]{4,60})$/iu;
const CHINESE = /^(?:作者|记者|記者|文|撰文)\s*[:：/／]?\s*(?<names>\p{Script=Han}[\p{Script=Han} 、]{1,20})$/u;

/** Days and months, with which a line that is no byline may begin: “By Monday Evening”. */
const TIMES =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** The names of a byline that is a line of its own, or null where the line is none. */
export function readByline(line: string): string | null {
  const words = line.trim();
  if (words.length > LONGEST) return null;
  const latin = LATIN.exec(words)?.groups?.names;
  if (latin !== undefined) return isNames(latin) ? latin.trim() : null;
  const other = ARABIC.exec(words) ?? CYRILLIC.exec(words) ?? CHINESE.exec(words);
  return other?.groups?.names?.trim() ?? null;
}

function isNames(names: string): boolean {
  if (TIMES.test(names)) return false;
  // Each has a first name and a last, which tells “Ada Brook and Jean Roc” from “Land and Sea”.
  return names.split(/\s*,\s*|\s+(?:and|et|und|y|e|&)\s+/u).every((name) => /\p{Lu}\S*\s.*\p{Lu}/u.test(name));
}
