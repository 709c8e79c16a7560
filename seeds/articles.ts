import type { ArticleFields } from "#domain/contract/articles.ts";
import { text as monitorStatement } from "./articles/01-monitor-statement.ts";
import { text as northwireRaid } from "./articles/02-northwire-raid.ts";
import { text as dailyHarbourRaid } from "./articles/03-daily-harbour-raid.ts";
import { text as halcyonWounded } from "./articles/04-halcyon-wounded.ts";
import { text as ministryCommunique } from "./articles/05-ministry-communique.ts";
import { text as courrierMaire } from "./articles/06-courrier-maire.ts";
import { text as alBahrSecuritySource } from "./articles/07-al-bahr-security-source.ts";
import { text as dailyHarbourFerry } from "./articles/08-daily-harbour-ferry.ts";
import { text as radioOureBulletin } from "./articles/09-radio-oure-bulletin.ts";
import { text as northwireCorrection } from "./articles/10-northwire-correction.ts";
import { text as fieldNote } from "./articles/11-field-note.ts";
import { text as trendbriefExplainer } from "./articles/12-trendbrief-explainer.ts";

/** An article of the demonstration: its text, and what stands beside it. The outlet is named as in `sources.ts`. */
export type DemonstrationArticle = Omit<ArticleFields, "credits"> & { text: string };

/**
 * One week in an imagined lake region. Places, people, groups and outlets are invented, and every address ends in
 * `.example`, which no address in the world does. In the order of their dates, in which a report numbers them.
 */
export const ARTICLES = {
  "monitor-statement": {
    title: "Monitor: group claims raid on river post",
    outlet: "Lakeside Monitor",
    byline: "Statements desk",
    dateline: "",
    url: "https://lakeside-monitor.example/statements/118",
    published: "2025-05-13",
    publishedPrecision: "day",
    language: "en",
    text: monitorStatement,
  },
  "northwire-raid": {
    title: "Armed group says it killed 40 soldiers at river post",
    outlet: "Northwire",
    byline: "Northwire staff",
    dateline: "Tamba",
    url: "https://northwire.example/14/river-post",
    published: "2025-05-14T06:10",
    publishedPrecision: "time",
    language: "en",
    text: northwireRaid,
  },
  "daily-harbour-raid": {
    title: "Forty soldiers dead in northern raid",
    outlet: "Daily Harbour",
    byline: "Our correspondent",
    dateline: "Tamba",
    url: "https://daily-harbour.example/news/forty-soldiers-dead",
    published: "2025-05-14T08:45",
    publishedPrecision: "time",
    language: "en",
    text: dailyHarbourRaid,
  },
  "halcyon-wounded": {
    title: "Wounded still arriving at Tamba health centre, nurse says",
    outlet: "Halcyon Wire",
    byline: "Tomas Verel",
    dateline: "Port Merel",
    url: "https://halcyon-wire.example/2025/05/14/tamba-wounded",
    published: "2025-05-14T13:30",
    publishedPrecision: "time",
    language: "en",
    text: halcyonWounded,
  },
  "ministry-communique": {
    title: "Communiqué No. 27/2025 on the events at Tamba",
    outlet: "Ministry of Defence",
    byline: "Colonel Joren Tavel, Spokesman",
    dateline: "Port Merel",
    url: "https://defence.example/communiques/2025-27",
    published: "2025-05-14T19:00",
    publishedPrecision: "time",
    language: "en",
    text: ministryCommunique,
  },
  "courrier-maire": {
    title: "Le maire de Tamba\u00a0: «\u00a0une douzaine de morts\u00a0»",
    outlet: "Courrier du Lac",
    byline: "Noémie Lassalve",
    dateline: "Tamba",
    url: "https://courrier-du-lac.example/tamba/le-maire-parle",
    published: "2025-05-15",
    publishedPrecision: "day",
    language: "fr",
    text: courrierMaire,
  },
  "al-bahr-security-source": {
    title: "مصدر أمني: الهجوم استمر ثلاث ساعات",
    outlet: "Al Bahr",
    byline: "",
    dateline: "بورت ميريل",
    url: "https://al-bahr.example/2025/05/15/tamba",
    published: "2025-05-15",
    publishedPrecision: "day",
    language: "ar",
    text: alBahrSecuritySource,
  },
  "daily-harbour-ferry": {
    title: "Ferry at Oure stopped, army closes landing",
    outlet: "Daily Harbour",
    byline: "Our correspondent",
    dateline: "Oure",
    url: "https://daily-harbour.example/news/oure-ferry-stopped",
    published: "2025-05-15T13:10",
    publishedPrecision: "time",
    language: "en",
    text: dailyHarbourFerry,
  },
  "radio-oure-bulletin": {
    title: "Evening bulletin: ferry, prices, level of the lake",
    outlet: "Radio Oure",
    byline: "Listening desk (transcript)",
    dateline: "Oure",
    url: "https://radio-oure.example/bulletins/2025-05-15-evening",
    published: "2025-05-15T18:00",
    publishedPrecision: "time",
    language: "en",
    text: radioOureBulletin,
  },
  "northwire-correction": {
    title: "Correction: casualty figure in river post story",
    outlet: "Northwire",
    byline: "Northwire staff",
    dateline: "",
    url: "https://northwire.example/16/correction-river-post",
    published: "2025-05-16T09:00",
    publishedPrecision: "time",
    language: "en",
    text: northwireCorrection,
  },
  "field-note": {
    title: "Field note 12: Tamba and Oure, 15 and 16 May 2025",
    outlet: "Oure Basin Documentation Group",
    byline: "Mina Tesk and a colleague",
    dateline: "Oure",
    url: "https://oure-basin.example/field-notes/12",
    published: "2025-05-17",
    publishedPrecision: "day",
    language: "en",
    text: fieldNote,
  },
  "trendbrief-explainer": {
    title: "What the river raid means for the region",
    outlet: "TrendBrief",
    byline: "",
    dateline: "",
    url: "https://trendbrief.example/explained/river-raid",
    published: null,
    publishedPrecision: null,
    language: "en",
    text: trendbriefExplainer,
  },
} as const satisfies Record<string, DemonstrationArticle>;

export type ArticleKey = keyof typeof ARTICLES;
