/** A language that was told from a text, as a BCP 47 tag. */
export interface Told {
  language: string;
  isCertain: boolean;
}

/**
 * What franc knows and eld does not, by ISO 639-3. Where eld is sure of a neighbour, these go before it; where it is not sure,
 * they are all there is to go by.
 */
export const KNOWN_BY_FRANC: Readonly<Record<string, string>> = {
  ...{ afr: "af", ind: "id", pbu: "ps", uig: "ug", swh: "sw", hau: "ha", ibo: "ig", zul: "zu", xho: "xh", som: "so" },
  ...{ kin: "rw", run: "rn", sna: "sn", lin: "ln", wol: "wo", bam: "bm", fuv: "ff", fuf: "ff", plt: "mg", nya: "ny" },
  ...{ sot: "st", nso: "nso", tsn: "tn", ssw: "ss", tso: "ts", ven: "ve", lug: "lg", ewe: "ee", dyu: "dyu" },
  ...{ mos: "mos", sag: "sg", kng: "kg", lua: "lua", luo: "luo", tiv: "tiv", knc: "kr", men: "men", fon: "fon" },
  ...{ hat: "ht", jav: "jv", sun: "su", ceb: "ceb", ilo: "ilo", uzn: "uz", ckb: "ku", tuk: "tk", kaz: "kk", kir: "ky" },
  ...{ tgk: "tg", tat: "tt", mkd: "mk", khk: "mn", mya: "my", khm: "km", sin: "si", npi: "ne" },
};

/** What franc knows and hardly any paper is written in; a sentence in Hausa is sooner taken for one of these than it is one. */
export const IGNORED_OF_FRANC: string[] =
  "ada bba bci bem bin bum cjk dip emk gaa hms hnj ibb kbd kbp kde kmb koi lun lus lvs min mag ndo nhn nyn pam qug rmn rup sco shn skr snk src tem toi tpi umb vec vmw yao zyb".split(
    " ",
  );

/** Languages that one script decides, or one with a few letters and words that only one of its languages has. */
export const KNOWN_BY_WORDS: readonly { script: RegExp; tell: (passage: string) => string | null }[] = [
  {
    // Tigrinya writes ኣ where Amharic writes አ.
    script: /[\u1200-\u137f]{3}/,
    tell: (passage) => (countOf(passage, /ኣ/g) > countOf(passage, /አ/g) ? "ti" : "am"),
  },
  { script: /[\u1000-\u109f]{3}/, tell: () => "my" },
  { script: /[\u1780-\u17ff]{3}/, tell: () => "km" },
  { script: /[\u0d80-\u0dff]{3}/, tell: () => "si" },
  { script: /[\u0f00-\u0fff]{3}/, tell: () => "bo" },
  // Letters that only Pashto has, and only Kurdish.
  { script: /[ټډړږښ].*[ټډړږښځڅ]/u, tell: () => "ps" },
  { script: /[ڵڕێ].*[ڵڕێۆ]/u, tell: () => "ckb" },
  {
    // Oromo, which neither library knows, by its commonest words and its doubled letters.
    script: /\b(?:fi|irratti|keessa|akka|kan)\b/,
    tell: (passage) => {
      const words = passage.toLowerCase().match(/[a-z']+/g) ?? [];
      const own = words.filter((word) => OROMO.has(word)).length;
      return own >= 3 && 12 * own >= words.length ? "om" : null;
    },
  },
];

/**
 * Languages that the libraries take for one another, told by words and spellings that only one of each two has: the Zulu
 * and Xhosa of weekdays and of “that”, “and”, “or”; the cy of Kinyarwanda, which Kirundi writes c.
 */
const KIN: readonly { language: string; other: string; marks: RegExp; othersMarks: RegExp }[] = [
  {
    language: "zu",
    other: "xh",
    marks: /\b(?:ukuthi|futhi|ngoba|noma|uma|ngesikhathi)\b|sibili|msombuluko|ngesonto/gi,
    othersMarks: /\b(?:ukuba|kwaye|okanye|xa|kuba|ngexesha)\b|sibini|mvulo|ngecawe/gi,
  },
  {
    language: "rw",
    other: "rn",
    marks: /\bi?cy\w+|\b(?:ubwo|ndetse|ariko)\b/gi,
    othersMarks: /\bic[aeiou]\w+|\b(?:canke|mugabo|umusi)\b/gi,
  },
  // Letters that only one of the two has, and a hard sign that stands for a vowel.
  { language: "ru", other: "bg", marks: /[ыэё]/gi, othersMarks: /ъ(?![еёюя])/gi },
  { language: "ru", other: "be", marks: /[ищъ]/gi, othersMarks: /[іў]/gi },
];

/** The one of two kindred languages that the words of a passage speak for; the given one where they speak for neither. */
export function amongKin(language: string, passage: string): string {
  const pair = KIN.find((kin) => kin.language === language || kin.other === language);
  return (pair && spokenFor(pair, passage)) ?? language;
}

/** Which of two languages the words and letters of a passage speak for; null where for neither, or the two are not kindred. */
export function toldApart(one: string, other: string, passage: string): string | null {
  const pair = KIN.find((kin) => [kin.language, kin.other].includes(one) && [kin.language, kin.other].includes(other));
  return pair ? spokenFor(pair, passage) : null;
}

function spokenFor({ language, other, marks, othersMarks }: (typeof KIN)[number], passage: string): string | null {
  const difference = countOf(passage, marks) - countOf(passage, othersMarks);
  if (difference === 0) return null;
  return difference > 0 ? language : other;
}

const OROMO = new Set(
  "fi kan akka irratti keessa keessatti kana hin isaa isaan jiru jira waan gara itti ture turan kun yeroo biyya mootummaa jedhe jedhan jedhu irraa waliin dura booda ganna namoota lola waraana".split(
    " ",
  ),
);

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Tags under which the same language goes, or languages so near to one another that a text does not tell them apart. */
const ALIKE: readonly (readonly string[])[] = [
  ["no", "nb", "nn", "da"],
  ["hr", "bs", "sr", "sh", "cnr"],
  ["id", "ms", "zsm", "jv"],
  ["tl", "fil"],
  ["zh", "yue", "cmn", "wuu"],
  ["fa", "prs", "pes"],
  ["ku", "ckb", "kmr"],
  ["zu", "xh", "ss", "nr"],
  ["rw", "rn"],
  ["cs", "sk"],
  ["ak", "tw", "fat"],
  ["bm", "dyu", "emk"],
  ["mo", "ro"],
  ["gl", "pt"],
  ["hi", "ne", "mr", "bho", "mai", "sa"],
  ["bg", "mk"],
];

/** The languages that eld tells, so that it would have told the one that is stated. */
const TOLD_BY_ELD = new Set(
  "am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko lo lt lv ml mr ms nl no nb nn or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi zh id".split(
    " ",
  ),
);

/** Languages in Latin letters among those that eld tells are taken for one another; those in other scripts never are. */
export function canBe(statedTag: string, told: string): boolean {
  const stated = statedTag.split("-")[0] ?? statedTag;
  if (stated === told || ALIKE.some((group) => group.includes(stated) && group.includes(told))) return true;
  // A language that neither library would have told may well be meant, unless it is written in other letters.
  return !TOLD_BY_ELD.has(stated) && scriptOf(stated) === scriptOf(told);
}

/** The script in which a language is mostly written: `Latn`, `Arab`; that of an unknown one is taken for Latin. */
function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? "Latn";
}
