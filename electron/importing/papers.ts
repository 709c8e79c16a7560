import { foldedForDates } from "./month-names.ts";

/** Papers and stations by the names under which lists and clippings print them beside a date, without their article. */
const PAPERS: readonly string[] = [
  ...[
    "Guardian",
    "Times",
    "Sunday Times",
    "New York Times",
    "Washington Post",
    "Wall Street Journal",
    "Financial Times",
  ],
  ...["Los Angeles Times", "USA Today", "Daily Telegraph", "Telegraph", "Independent", "Economist", "Observer", "BBC"],
  ...["BBC News", "CNN", "NPR", "CBS News", "NBC News", "ABC News", "Fox News", "Sky News", "Al Jazeera", "Al-Jazeera"],
  ...["Irish Times", "Globe and Mail", "Toronto Star", "Hindu", "Times of India", "Hindustan Times", "Indian Express"],
  ...["Premium Times", "Vanguard", "Punch", "Daily Nation", "East African", "Mail & Guardian", "Daily Maverick"],
  ...[
    "Jerusalem Post",
    "Haaretz",
    "Times of Israel",
    "Daily Mail",
    "Deutsche Welle",
    "DW",
    "RFI",
    "VOA",
    "Voice of America",
  ],
  ...[
    "Le Monde",
    "Le Monde diplomatique",
    "Le Figaro",
    "Libération",
    "La Croix",
    "Le Parisien",
    "Le Point",
    "L’Express",
  ],
  ...["L’Humanité", "Les Échos", "Mediapart", "Jeune Afrique", "France 24", "France Info", "Franceinfo", "Le Soir"],
  ...["La Libre Belgique", "Le Temps", "Le Devoir", "La Presse", "Le Soleil", "El Watan", "Liberté", "L’Essor"],
  ...["Fraternité Matin", "Le Pays", "L’Observateur Paalga", "Sidwaya", "Studio Tamani", "Maliweb", "Wakat Séra"],
  ...["Der Spiegel", "Die Zeit", "Die Welt", "Frankfurter Allgemeine Zeitung", "Süddeutsche Zeitung", "Der Standard"],
  ...["Neue Zürcher Zeitung", "FAZ", "NZZ", "Die Presse", "Der Tagesspiegel", "taz", "Handelsblatt"],
  ...[
    "Corriere della Sera",
    "La Repubblica",
    "La Stampa",
    "Il Sole 24 Ore",
    "Il Messaggero",
    "Il Manifesto",
    "Avvenire",
  ],
  ...[
    "El País",
    "El Mundo",
    "ABC",
    "La Vanguardia",
    "El Periódico",
    "La Nación",
    "Clarín",
    "El Universal",
    "La Jornada",
  ],
  ...["El Tiempo", "El Comercio", "El Mercurio", "Página/12", "Folha de S.Paulo", "O Globo", "O Estado de S. Paulo"],
  ...["Público", "Diário de Notícias", "Expresso", "De Standaard", "De Telegraaf", "NRC Handelsblad", "de Volkskrant"],
  ...["Комсомольская правда", "Коммерсантъ", "Известия", "Новая газета", "Ведомости", "Медуза", "РБК"],
  ...[
    "الأهرام",
    "الشرق الأوسط",
    "الحياة",
    "القدس العربي",
    "النهار",
    "الوطن",
    "الشروق",
    "المصري اليوم",
    "العربي الجديد",
  ],
];

const known = (name: string) =>
  foldedForDates(name)
    .trim()
    .replace(/[’']/g, "’")
    .replace(/^the\s+(?=\S)/u, "");
const KNOWN = new Set(PAPERS.map(known));

/** Whether a name is that of a paper or station which is known by it; letters that stand for one only in capitals. */
export function isPaper(name: string): boolean {
  return KNOWN.has(known(name)) && (!/^[A-Za-z]{2,3}$/.test(name) || PAPERS.includes(name));
}

/** With what the names of papers and stations end and begin in many languages, as `foldedForDates` has it. */
const ENDS_PAPER =
  /(?:^|\s)(?:times|post|herald|tribune|gazette|guardian|telegraph|courier|chronicle|observer|journal|(?<!newport )news|newspaper|daily|weekly|zeitung|tageblatt|tagblatt|nachrichten|rundschau|kurier|anzeiger|gazzetta|corriere|giornale|diario|periodico|jornal|correio|folha|quotidien|depeche|dagblad|gazeta|газета|правда|radio|television|tv)$/u;
const BEGINS_PAPER = /^(?:radio|journal|diario|jornal|газета|صحيفة|جريدة|مجلة|قناة|اذاعة)\s/u;

/** Whether a name says that it is a paper’s or a station’s, known or not: “Lake Courier”, “TAMBA TIMES”. */
export function isCalledPaper(name: string): boolean {
  const folded = known(name);
  return isPaper(name) || ENDS_PAPER.test(folded) || BEGINS_PAPER.test(folded);
}
