import { areNames } from "./byline-names.ts";
import { isRegion } from "./places.ts";

/** The names of a byline, and whether the line can be anything else. */
export interface Byline {
  /** As they are printed, without the word before them and what stands behind them. */
  names: string;
  /**
   * The languages in whose texts alone the line is a byline, since in others the word it begins with begins names (“Di Maio”,
   * “Von Hagen”, “Oleh Koval”), or its names are none. Empty where it is one in any.
   */
  languages: readonly string[];
}

/** No byline is longer. */
const LONGEST = 140;

const SMALL =
  "de|du|des|da|do|dos|del|della|la|las|los|le|el|al|bin|ben|ibn|ould|ag|von|van|der|den|zu|di|and|et|und|y|e|en|dan|na|&|with|avec|con|mit";
/** Each word in one way only, and in the patterns below each space: a line that is no byline would be tried in all of them. */
const NAME = String.raw`(?:(?:(?:[ae]l|[dl])[-'’])?\p{Lu}[\p{L}\p{M}'’.-]*|(?:${SMALL})(?=\s))`;

/** What somebody is, where that stands behind their name in small letters: “envoyée spéciale”, “special correspondent”. */
const ROLE =
  "(?:our |notre |nuestr[oa] |unser[e]? )?(?:special |staff |foreign |senior |chief |grande? |freie[r]? )?(?:correspondent|writer|reporter|editor|journalist|envoyée?s? spéciale?s?|envoyés spéciaux|correspondante?s?|journalistes?|rédact(?:eur|rice)|reporter|enviad[oa]s? especial(?:es)?|corresponsal(?:es)?|correspondente|periodista|redactora?|repórter|jornalista|sonderkorrespondent(?:in)?|korrespondent(?:in)?|redakteur(?:in)?|inviat[oa]|corrispondente|muhabir|mwandishi|koresponden|correspondents|reporters|journalists)";

const INTRODUCED =
  "^(?:(?i:(?<word>by|par|por|von|di|door|oleh))\\s*:?\\s+|(?i:authors?|auteure?s?|autora?|autore|autores|autoren|autori)\\s*:\\s*)";
const BEHIND = String.raw`(?:\s*[,|–—-]\s*(?:\P{Lu}{0,4}\p{Lu}|(?i:${ROLE}|dpa|epd|kna|taz)(?!\p{L}))[^.!?]{0,80}|\s+(?:in|à|en|em|aus)\s+\p{Lu}[^.!?]{0,60}|\s*\([^)]{2,60}\))`;

/** “By Name Surname”, “Par Nom et Nom, à Ville”, “Von Name”; the words behind a comma or stroke say who or where they are. */
const LATIN = new RegExp(`${INTRODUCED}(?<names>${NAME}(?:(?:\\s*,)?\\s+${NAME}){1,9}?)${BEHIND}?$`, "u");
/** “By Name Surname, Name Surname and Name Surname”: what stands behind these commas are names too. */
const LIST = new RegExp(
  `${INTRODUCED}(?<names>(?:${NAME}\\s+){1,4}?${NAME},(?:[\\s,]+${NAME}){1,20}\\s+(?:and|et|und|y|e|en|dan|&)(?:\\s+${NAME}){2,5})$`,
  "u",
);

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  von: ["de"],
  di: ["it"],
  door: ["nl", "af"],
  oleh: ["id", "ms"],
};

const CYRILLIC_NAME = String.raw`\p{Lu}[\p{L}\p{M}-]*(?:(?:\.\s*|\s+)\p{Lu}[\p{L}\p{M}-]*){1,2}\.?`;
const CYRILLIC = new RegExp(
  String.raw`^(?i:авторы?|текст)\s*:\s*(?<names>${CYRILLIC_NAME}(?:(?:\s*,|\s+(?:и|та))\s+${CYRILLIC_NAME}){0,3})$`,
  "u",
);

/** “بقلم” introduces nothing but names; the others are words of headlines too, unless a colon or stroke is beside them. */
const ARABIC =
  /^(?:بقلم(?:\s*[:/–—-])?|(?<word>كتبت?|كتبها?|إعداد|اعداد|تقرير|تحرير)\s*[:/–—-])\s*(?<names>\p{Script=Arabic}[\p{Script=Arabic}\p{M}. ]{4,60}?)(?:\s*[–—|،(/-]\s*.{2,60})?$/u;
const ARABIC_WITH_COLON_BEHIND = /^(?<word>كتبت?)\s+(?<names>\p{Script=Arabic}[\p{Script=Arabic}\p{M}. ]{4,40}?)\s*:$/u;

/** Words of Arabic sentences and headlines that are in nobody’s name. */
const NO_ARABIC_NAMES =
  /(?:^|\s)(?:في|من|على|عن|إلى|الى|بعد|قبل|مع|ضد|بين|خلال|حول|أن|إن|ان|هل|ما|لا|لم|لن|قد|التي|الذي|هذا|هذه|اليوم|أمس|غدا|رصاص|حبر)(?=\s|$)/u;
/** What “تقرير:” and its like lead on to where they introduce what was reported or made, and nobody. */
const ARABIC_NEWS =
  /(?:^|\s)(?:مقتل|قتلى|قتيلا|جريحا|إصابة|وفاة|اغتيال|اعتقال|إطلاق|اندلاع|سقوط|قصف|غارات|اشتباكات|هجوم|هجمات|انتهاكات|محادثات|مفاوضات|ارتفاع|انخفاض|تصاعد|تراجع|استمرار|آلاف|مئات|عشرات|ملايين|الجيش|الحكومة|الرئيس|رئيس|الوزير|وزير|مجلس|الأمم|أممي|دولي|حقوقي|صحفي|جديد|جديدة|أفضل|يبدأ|تبدأ)(?=\s|$)/u;

/** “记者：李明”, “文／王小明”, “新华社记者 李明 王芳”; without a mark or space behind it the word is part of another. */
const HAN_LABEL =
  "(?:(?<author>作者|撰文|執筆|执笔|取材・文|著者|文・写真|写真・文|文)|(?:本[报報台网網刊社]|特派|特约|特約|新华社|新華社|中新社|中新网|央视)?(?:驻\\p{Script=Han}{2,4})?(?:记者|記者|通讯员|通訊員))";
const HAN = new RegExp(
  String.raw`^[（(]?${HAN_LABEL}(?<mark>\s*[:：/／・＝|｜]\s*|\s+|(?<=(?:[报報台网網刊社]|华社|華社|新社|新网|央视)(?:记者|記者)))(?<names>(?!\s)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー·・\s、，,]{2,40}?)(?:\s+(?:\p{Script=Han}{2,4})?(?:报道|報道|報導|摄影|攝影)|\s*[图圖摄攝编編]\s*[:：/／|｜].{1,20})?[）)]?$`,
  "u",
);
const HAN_NAME =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,4}(?:\p{Script=Hiragana}{2,4}|[\p{Script=Katakana}ー]{2,5})|\p{Script=Han}{1,5}[·・]\p{Script=Han}{1,5})$/u;

/** The family names that nearly all Chinese have; of two characters where a name may have four. */
const FAMILY_NAMES = new RegExp(
  `^(?:[${[
    "王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭冯馮曾程蔡彭潘袁董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范范傅钟鍾",
    "卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔汤湯陶黎温溫莫易樊乔喬文安殷颜顏庄莊章鲁魯倪庞",
    "邢俞翟蓝藍聂聶齐齊向申葛柴伍覃骆駱关關焦柳欧歐祝纪紀尚毕畢耿芦左季管符辛苗詹曲靳祁路涂兰蘭甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜饶饒宁寧凌盛包房单單冉宗于娄窦竇戚隋穆",
  ].join(
    "",
  )}]\\p{Script=Han}{1,2}|(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|皇甫|尉迟|慕容|司徒|令狐|夏侯|东方|東方|公孙|公孫|长孙|長孫|端木)\\p{Script=Han}{1,2})$`,
  "u",
);

/** What stands for a name where nobody is named. */
const NOBODY = /^(?:佚名|匿名|不详|不詳|未知|网络|網絡|综合|綜合|编辑|編輯|本报|本報|记者|記者|图片|圖片)/u;

/** Reads a byline that is a line of its own, or null where the line is none. */
export function readByline(line: string): Byline | null {
  const words = line.trim();
  if (words.length > LONGEST) return null;
  for (const { groups: { names = "", word = "" } = {} } of [LIST.exec(words), LATIN.exec(words)].filter(
    (match) => match !== null,
  )) {
    if (areNames(names.trim())) return { names: names.trim(), languages: LANGUAGES[word.toLowerCase()] ?? [] };
  }
  const names = CYRILLIC.exec(words)?.groups?.names ?? arabicNames(words);
  return names === null ? hanByline(words) : { names, languages: [] };
}

/** Two words at least, since “بقلم رصاص” is a pencil. */
function arabicNames(line: string): string | null {
  const { names, word } = (ARABIC.exec(line) ?? ARABIC_WITH_COLON_BEHIND.exec(line))?.groups ?? {};
  if (names === undefined || NO_ARABIC_NAMES.test(names)) return null;
  const each = names.trim().split(/\s+/);
  if (word === undefined) return each.length >= 2 && each.length <= 8 ? names.trim() : null;
  const isNews = ARABIC_NEWS.test(names) || each.some(isRegion);
  return each.length >= 2 && each.length <= 5 && !isNews ? names.trim() : null;
}

/**
 * In an interview “记者：” stands before each question, and behind a space may stand anything: there a name is one only with a
 * family name. Four characters without one can be a name in Japanese.
 */
function hanByline(line: string): Byline | null {
  const { author, mark = "", names } = HAN.exec(line)?.groups ?? {};
  if (names === undefined) return null;
  const each = names.trim().split(/[\s、，,]+/u);
  if (each.length > 6 || !each.every((name) => HAN_NAME.test(name) && !NOBODY.test(name))) return null;
  if (each.every((name) => FAMILY_NAMES.test(name))) return { names: names.trim(), languages: [] };
  if (author === undefined || mark.trim() === "") return null;
  const isChinese = each.every((name) => /^\p{Script=Han}{2,3}$|[·・]/u.test(name));
  return { names: names.trim(), languages: isChinese ? [] : ["ja"] };
}
