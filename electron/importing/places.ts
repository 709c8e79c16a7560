import { foldedForDates, MONTHS } from "./month-names.ts";
import { WEEKDAYS } from "./weekdays.ts";

/** The languages in which countries are known by their names. */
const LANGUAGES = ["en", "fr", "es", "pt", "de", "it", "nl", "ru", "uk", "tr", "ar", "fa", "sw", "id"];

/** Regions of ISO 3166 that are no countries. */
const NO_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"]);

/** What stands behind a city in datelines and is no country, or is called otherwise in print. */
const ALSO_REGIONS = [
  ...["West Bank", "Gaza Strip", "Gaza", "Ivory Coast", "DR Congo", "Congo", "RDC", "RD Congo", "UAE", "U.S.", "UK"],
  ...["England", "Scotland", "Wales", "Northern Ireland", "Vatican City", "Czech Republic", "Turkey", "Swaziland"],
  ...["Centrafrique", "Somaliland", "Crimea", "Macedonia", "Holland", "Burma", "Ont.", "Que.", "Ontario", "Quebec"],
  ...["Alberta", "British Columbia", "Manitoba", "Nova Scotia", "New Brunswick", "Saskatchewan"],
  // The states of the United States, as the Associated Press writes them behind a city.
  ...["Ala.", "Alaska", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Hawaii", "Idaho", "Ill."],
  ...["Ind.", "Iowa", "Kan.", "Ky.", "La.", "Maine", "Md.", "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont."],
  ...["Neb.", "Nev.", "N.H.", "N.J.", "N.M.", "N.Y.", "N.C.", "N.D.", "Ohio", "Okla.", "Ore.", "Pa.", "R.I.", "S.C."],
  ...["S.D.", "Tenn.", "Texas", "Utah", "Vt.", "Va.", "Wash.", "W.Va.", "Wis.", "Wyo.", "D.C.", "Alabama", "Arizona"],
  ...["Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Illinois", "Indiana"],
  ...["Kansas", "Kentucky", "Louisiana", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi"],
  ...["Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York"],
  ...["North Carolina", "North Dakota", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina"],
  ...["South Dakota", "Tennessee", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming"],
];

let regions: ReadonlySet<string> | null = null;

/** Whether a name is that of a country, or of a state or territory that stands behind a city in datelines. */
export function isRegion(name: string): boolean {
  regions ??= knownRegions();
  return regions.has(foldedForDates(name).trim().replace(/\.$/, ""));
}

/** Gathered when the first is asked for, since it takes some milliseconds. */
function knownRegions(): ReadonlySet<string> {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => !NO_COUNTRIES.has(code));
  const names = LANGUAGES.flatMap((language) => {
    const inWords = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    return codes.flatMap((code) => inWords.of(code) ?? []);
  });
  return new Set([...names, ...ALSO_REGIONS].map((name) => foldedForDates(name).replace(/\.$/, "")));
}

/** Words with which a sentence begins and no place does. */
const BEGINS_SENTENCE =
  /^(?:the|an?|in|at|on|from|for|but|and|by|to|as|dans|en|à|au|aux|de|du|des|par|selon|im|am|aus|von|der|die|das|zum|em|no|na|por|según|в|на|из|от|по|за)\s/iu;

/**
 * Words that head a line or a list beside a date, and what the press is full of in capitals: none of them is a place.
 * Compared as `foldedForDates` has them.
 */
const NO_PLACES = new Set(
  [
    // What a document or a part of it is called.
    "report reports memo memorandum note notes notice statement summary draft edition issue volume update updated analysis",
    "opinion editorial letter letters agenda minutes photo photos picture video audio file source sources page press media",
    "release communique version revised printed received sent created modified date dated published posted issued filed",
    "copyright archive today yesterday tomorrow final semi-final semifinal quarter-final quarterfinal results result round",
    "match fixture fixtures score scores group stage day week month year spring summer autumn winter part chapter section",
    "interview factbox explainer timeline chronology review obituary exclusive breaking urgent correction live watch focus",
    "rapport rapports memoire resume brouillon projet declaration numero lettre mise parution publie publiee actualise finale",
    "demi-finale resultat resultats classement tableau chronologie entretien tribune analyse informe nota resumen carta",
    "comunicado declaracion actualizado publicado final resultado resultados bericht notiz entwurf erklarung mitteilung",
    "stand ausgabe brief pressemitteilung ergebnis ergebnisse relatorio resumo rascunho edicao taarifa ripoti barua toleo",
    "rapor not ozet taslak aciklama haber guncelleme отчет доклад заявление записка сводка итог итоги обновлено фото видео",
    // Events.
    "attack raid massacre battle siege protest election elections vote coup war attaque raid massacre bataille siege",
    "election elections scrutin guerre ataque masacre batalla eleccion guerra angriff massaker schlacht wahl krieg",
    "атака нападение бои выборы война saldiri katliam secim savas shambulio uchaguzi vita",
    // Bodies.
    "un onu nato otan eu ue uno aes au ua jnim gsim aqmi aqim isis isil is ei daesh iswap minusma ecowas cedeao fama fds vdp",
    "who oms unhcr hcr unicef ocha icrc cicr msf hrw cia fbi ira eta plo hamas hezbollah farc csp fla mnla mujao",
    // The same in Arabic: report, statement, communiqué, attack, massacre, battle, incident, explosion, update, war.
    "تقرير بيان بلاغ هجوم مذبحه مجزره معركه حادث حادثه انفجار نشر صدر حرر كتب تحديث حرب مذبحة مجزرة معركة حادثة انتخابات",
    // And the verbs with which its sentences begin: said, announced, confirmed, denied, attacked, died.
    "قال قالت اعلن اعلنت اكد اكدت نفى نفت ذكر ذكرت افاد افادت هاجم هاجمت اندلع اندلعت شهد شهدت استشهد اصيب دخل بدا بدات كان كانت",
    "نشرت صدرت الصادر المنشور المؤرخ عقد وقع قتل ولد توفي صور صوره صورة فيديو رساله رسالة مقابله مقابلة اجتماع الاجتماع",
  ]
    .flatMap((words) => words.split(" "))
    .map(foldedForDates),
);

/** Words that begin the names of places of several words, and hardly any person’s. */
const BEGINS_PLACE = new Set(
  "new port fort saint st san santa sao los las cape bad addis abu tel kuala buenos rio sidi mount north south east west puerto ciudad la le el al dar tambo bobo mexico hong grand gross".split(
    " ",
  ),
);

/** Short names of days begin places too: “Mar del Plata”. */
const DAY_NAME = new RegExp(`^(?:${WEEKDAYS})$|^(?=\\S{5})(?:${WEEKDAYS})\\s`, "iu");

/** Whether words can be the name of a place at all: no day, no month, no word that heads a line, no beginning of a sentence. */
export function canBePlace(words: string): boolean {
  if (!NAME.test(words) || BEGINS_SENTENCE.test(`${words} `)) return false;
  if (DAY_NAME.test(words) || MONTHS.has(foldedForDates(words))) return false;
  return !words.split(/\s+/).some((word) => NO_PLACES.has(foldedForDates(word)));
}

/** Letters of one script, in at most six words. A figure is in the name of no place that files reports. */
const NAME = /^['’]?[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?:\s[\p{L}\p{M}'’.-]+){0,5}$/u;

/** Whether every word has a capital, or is one of those that stand small in the names of places. */
export function isCapitalised(words: string): boolean {
  return words
    .split(/\s+/)
    .every((word) => /^['’]?\p{Lu}/u.test(word) || /^(?:d[’']|al-|el-)\p{Lu}/u.test(word) || SMALL.has(word));
}

const SMALL = new Set("de du des la le les al el of the sur and et da do am near -".split(" "));

/** Whether a name is written in capitals, the parts of names that stand small in it aside: “PORT TAMBA”, “McALLEN”. */
export function isInCapitals(words: string): boolean {
  return (
    /\p{Lu}{2}/u.test(words) &&
    !/\p{Ll}{2}/u.test(words.replace(/(?<!\p{L})(?:du|des|les|sur|the|and|near)(?!\p{L})/gu, ""))
  );
}

/**
 * Whether a name with small letters is sooner a place than a person or a thing: one word, or several of which the first
 * begins names of places. “Kaya” is, “Port Tamba” is, “Ada Brook” is not.
 */
export function isSoonerPlace(words: string): boolean {
  const [first = "", ...rest] = words.split(/\s+/);
  if (/^\p{Lo}/u.test(words)) return rest.length <= 2;
  return words.length >= 3 && (rest.length === 0 || BEGINS_PLACE.has(foldedForDates(first).replace(/[.'’]/g, "")));
}
