import { type ReadDate, readDate } from "./dates.ts";
import { WEEKDAYS } from "./weekdays.ts";

/** A date that was run into the head of a text, as pages print it above an article. */
export interface RunIn {
  date: ReadDate;
  /** True where it says when the article was last changed, and not when it was published. */
  isChange: boolean;
  /** True where it is a date and nothing else, and no word says what it is the date of. */
  isBare: boolean;
  /** How many characters of the line it takes, with what parts it from the text. */
  length: number;
}

const MONTH = String.raw`\p{L}[\p{L}\p{M}]{2,15}\.?(?:\s?[/(]\s?\p{L}[\p{L}\p{M}]{2,15}\)?)?`;
const DAY = String.raw`[\p{Nd}]{1,2}(?:st|nd|rd|th|er|º|\.)?`;
const YEAR = String.raw`\p{Nd}{4}`;
const WEEKDAY = String.raw`(?:(?:${WEEKDAYS})\.?[,،]?\s+)?`;
const DATES = [
  String.raw`${YEAR}-\p{Nd}{1,2}-\p{Nd}{1,2}|${YEAR}/\p{Nd}{1,2}/\p{Nd}{1,2}|${YEAR}\.\p{Nd}{1,2}\.\p{Nd}{1,2}`,
  String.raw`\p{Nd}{1,2}(?<mark>[./-])\p{Nd}{1,2}\k<mark>${YEAR}`,
  String.raw`${WEEKDAY}${DAY}\s+(?:de\s+|of\s+)?${MONTH},?\s+(?:del?\s+)?${YEAR}`,
  String.raw`${WEEKDAY}${MONTH}\s+${DAY},?\s+${YEAR}`,
  String.raw`${YEAR}年\p{Nd}{1,2}月\p{Nd}{1,2}日`,
].join("|");
const ZONE = String.raw`(?:\s*\(?(?:UTC|GMT|TU|CET|CEST|WAT|EAT|CAT|E[SD]T|C[SD]T|P[SD]T|MSK|Z)\)?(?![\p{L}])|\s*\(?(?:UTC|GMT)?\s?[+−-]\p{Nd}{1,2}(?::?\p{Nd}{2})?\)?)`;
const TIME = String.raw`(?:(?:\s*(?:[,،|·–-]\s*)?(?:(?:at|à|um|às|a las|alle|الساعة|في)\s*)?|T)\p{Nd}{1,2}\s?[:h.]\s?\p{Nd}{2}(?::\p{Nd}{2}(?:\.\p{Nd}+)?)?(?:\s?[ap]\.?m\b\.?|\s[صم](?!\p{L}))?${ZONE}{0,2})?`;
const EXTENT = new RegExp(`^(?<extent>(?:${DATES})${TIME})(?!\\p{Nd})`, "iu");

/** The words that say that a date follows, in the languages of the press; those of changes apart. */
const PUBLISHED =
  /^(?:(?:first\s+)?(?:published|posted|released|issued)(?:\s+(?:on|at))?|date(?:\s+(?:of\s+publication|published|line))?|dated|publi[ée]e?(?:\s+(?:le|on))?|(?:paru|mis en ligne|post[ée])\s+le|date\s+de\s+publication|publicado(?:\s+(?:el|em))?|fecha(?:\s+de\s+publicación)?|data(?:\s+de\s+publicação)?|pubblicato(?:\s+il)?|veröffentlicht(?:\s+am)?|datum|gepubliceerd(?:\s+op)?|imechapishwa|опубликовано|дата(?:\s+публикации)?|(?:تم\s+)?(?:النشر|نُ?شر|نشرت)(?:\s+(?:في|بتاريخ|يوم))?|تاريخ(?:\s+النشر)?|发布(?:时间|于)?|發布(?:時間|於)?|公開日)(?![\p{L}])/iu;
const CHANGED =
  /^(?:(?:last\s+)?(?:updated|modified|revised)(?:\s+(?:on|at))?|(?:mis(?:e)?\s+[àa]\s+jour|modifi[ée]e?|actualis[ée]e?)(?:\s+le)?|actualizado(?:\s+(?:el|em))?|atualizado(?:\s+em)?|aggiornato(?:\s+il)?|aktualisiert(?:\s+am)?|обновлено|آخر\s+تحديث(?:\s+في)?|تحديث|更新(?:时间|于)?)(?![\p{L}])/iu;

/** No run-in is longer; a line may be many megabytes. */
const LONGEST = 160;

/**
 * Reads a date that stands at the head of a line: “date 2024-03-22 …”, “Published 22 March 2024, 10:30 GMT”, “Publié le 22
 * mars 2024 à 10h30”, “نشر في 22 مارس 2024”; a date without such a word only where it is the whole line. Null where there is
 * none, and where the line goes on as a sentence does: “Published 22 March 2024, the report …”.
 */
export function readRunIn(line: string): RunIn | null {
  const head = line.slice(0, LONGEST);
  const start = head.length - head.trimStart().length;
  const [changed] = CHANGED.exec(head.slice(start)) ?? [];
  const [keyword = ""] = changed === undefined ? (PUBLISHED.exec(head.slice(start)) ?? []) : [changed];
  let place = start + keyword.length;
  const [mark = ""] = keyword === "" ? [] : (/^\s*[:：|–-]?\s*/u.exec(head.slice(place)) ?? []);
  place += mark.length;
  const extent = EXTENT.exec(head.slice(place))?.groups?.extent ?? "";
  const date = extent === "" ? null : readDate(westernFigures(extent));
  if (!date) return null;
  const rest = line.slice(place + extent.length);
  const [parting = ""] = /^\s*(?:[|·•.;:–—-]+(?:\s+|$))?\s*/u.exec(rest) ?? [];
  if (!canFollow(rest.slice(parting.length), keyword, mark, parting)) return null;
  return {
    date,
    isChange: changed !== undefined,
    isBare: keyword === "",
    length: place + extent.length + parting.length,
  };
}

/** Whether what stands behind a date begins anew, so that the date is none of its words. */
function canFollow(rest: string, keyword: string, mark: string, parting: string): boolean {
  if (rest === "") return true;
  if (keyword === "" || parting === "") return false;
  if (/^[\p{Lu}\p{N}“"«‘(]/u.test(rest)) return true;
  // Scripts without capitals do not show where a sentence begins.
  return /^\p{Lo}/u.test(rest) && (/[:：|–-]/.test(mark) || /[|·•.;:–—-]/.test(parting));
}

function westernFigures(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (figure) => String(figure.charCodeAt(0) % 16));
}
