/** News agencies by the names under which they stand in datelines and credit lines, in the scripts they write. */
const AGENCIES: readonly string[] = [
  ...["Reuters", "Thomson Reuters", "AP", "Associated Press", "The Associated Press", "AFP", "Agence France-Presse"],
  ...["Xinhua", "dpa", "EFE", "ANSA", "TASS", "Interfax", "RIA Novosti", "Sputnik", "UPI", "PA", "PA Media", "Kyodo"],
  ...[
    "Jiji",
    "Yonhap",
    "KCNA",
    "PTI",
    "ANI",
    "IANS",
    "APP",
    "BSS",
    "Bernama",
    "Antara",
    "AAP",
    "CP",
    "Bloomberg",
    "CNS",
  ],
  ...["Anadolu", "Anadolu Agency", "AA", "DHA", "IHA", "IRNA", "Tasnim", "Fars", "ISNA", "Mehr", "SANA", "NNA", "INA"],
  ...["WAFA", "Petra", "SPA", "WAM", "QNA", "KUNA", "BNA", "ONA", "Saba", "MENA", "SUNA", "LANA", "TAP", "APS", "MAP"],
  ...[
    "AMAP",
    "AIB",
    "ANP",
    "NAN",
    "GNA",
    "AIP",
    "ATOP",
    "ABP",
    "AGP",
    "AGI",
    "Lusa",
    "Ukrinform",
    "Belga",
    "APA",
    "CTK",
  ],
  ...[
    "ČTK",
    "PAP",
    "MTI",
    "NTB",
    "TT",
    "Ritzau",
    "STT",
    "Keystone-ATS",
    "ATS",
    "KNA",
    "IPS",
    "IRIN",
    "The New Humanitarian",
  ],
  ...[
    "Panapress",
    "PANA",
    "APA News",
    "Agencia EFE",
    "Europa Press",
    "Télam",
    "Agência Brasil",
    "Notimex",
    "Prensa Latina",
  ],
  ...["PRNewswire", "PR Newswire", "Business Wire", "GlobeNewswire", "Newswire", "ACCESSWIRE", "APO Group"],
  ...[
    "رويترز",
    "أ ف ب",
    "ا ف ب",
    "أ.ف.ب",
    "فرانس برس",
    "وكالة فرانس برس",
    "وكالة الأنباء الفرنسية",
    "وكالة رويترز",
    "وكالة الأناضول",
    "الأناضول",
    "أسوشيتد برس",
    "أ ب",
    "د ب أ",
    "واس",
    "وام",
    "قنا",
    "كونا",
  ],
  ...[
    "بترا",
    "سانا",
    "سبأ",
    "وفا",
    "سونا",
    "سبوتنيك",
    "شينخوا",
    "أ ش أ",
    "واج",
    "وكالات",
    "الوكالات",
    "العربية",
    "الجزيرة",
  ],
  ...[
    "ТАСС",
    "РИА Новости",
    "Интерфакс",
    "Укринформ",
    "УНИАН",
    "新华社",
    "中新社",
    "共同社",
    "法新社",
    "路透社",
    "时事通信",
  ],
];

const KNOWN = new Set(AGENCIES);

/** Names in small letters are known in any; letters that stand for a name only in capitals, since many are words too. */
const KNOWN_IN_ANY_CASE = new Set(AGENCIES.filter((name) => /\p{Ll}/u.test(name)).map((name) => name.toLowerCase()));

/** Whether a name, or several parted by strokes or commas, is that of news agencies that are known by it. */
export function isAgency(name: string): boolean {
  const names = name.split(/\s*[/,،+]\s*|\s+(?:and|et|und|y|و)\s+/u).filter((one) => one !== "");
  return names.length > 0 && names.every(isKnown);
}

/** Whether a name says itself that it is an agency’s, or is a known one. */
export function isAgencyName(name: string): boolean {
  return isAgency(name) || /\b(?:agenc\p{L}*|agentur\p{L}*|news|press|presse|wire|newswire)\b|وكالة/iu.test(name);
}

function isKnown(given: string): boolean {
  const name = given.trim().replace(/^(?:agence|agencia|agência|agentur)\s+(?=\p{Lu}{2})/iu, "");
  return KNOWN.has(name) || KNOWN_IN_ANY_CASE.has(name.toLowerCase());
}
