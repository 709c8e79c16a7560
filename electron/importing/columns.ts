import { STATED_FIELDS } from "#domain/nouns/article.ts";
import type { FieldMapping } from "./document.ts";

/** What columns are called that hold each field, in the words of `plainName`; the surest names first. */
const NAMES: Readonly<Record<keyof FieldMapping, readonly string[]>> = {
  text: [
    ...["text", "full text", "fulltext", "article text", "body text", "body", "article body", "main text", "maintext"],
    ...["content", "contents", "article content", "content text", "body html", "content html", "story", "article"],
    ...["texte", "texte integral", "corps", "corps de l article", "corps du texte", "contenu", "article complet"],
    ...["texto", "texto completo", "cuerpo", "cuerpo del texto", "contenido", "articulo", "noticia"],
    ...["corpo", "corpo do texto", "conteudo", "artigo", "volltext", "artikeltext", "inhalt", "haupttext", "artikel"],
    ...["نص", "النص", "نص المقال", "نص الخبر", "النص الكامل", "متن", "المتن", "محتوي", "المحتوي", "المقال", "الخبر"],
  ],
  title: [
    ...["title", "headline", "article title", "news title", "web title", "hed", "subject"],
    ...["titre", "titre de l article", "titulo", "titular", "manchete", "titel", "uberschrift", "schlagzeile"],
    ...["عنوان", "العنوان", "عنوان المقال", "عنوان الخبر"],
  ],
  url: [
    ...[
      "url",
      "link",
      "permalink",
      "article url",
      "article link",
      "web url",
      "canonical url",
      "source url",
      "href",
      "uri",
    ],
    ...["lien", "adresse url", "enlace", "ligacao", "رابط", "الرابط", "رابط المقال", "رابط الخبر"],
  ],
  published: [
    ...["published", "published at", "date published", "published date", "published on", "publish date", "pub date"],
    ...["pubdate", "publication date", "publication time", "web publication date", "date", "datetime", "posted at"],
    ...["date de publication", "date publication", "publie le", "fecha de publicacion", "fecha publicacion", "fecha"],
    ...["data de publicacao", "data da publicacao", "data publicacao", "veroffentlicht", "veroffentlicht am"],
    ...["veroffentlichungsdatum", "erscheinungsdatum", "datum", "تاريخ النشر", "تاريخ", "التاريخ", "timestamp", "data"],
  ],
  outlet: [
    ...["outlet", "outlet name", "publisher", "publisher name", "publication", "publication name", "source name"],
    ...["source", "news source", "media outlet", "media name", "media", "medium", "newspaper", "journal", "site name"],
    ...["sitename", "website", "site", "nom du media", "organe", "periodico", "medio", "fuente", "diario"],
    ...["veiculo", "jornal", "fonte", "quelle", "zeitung", "herausgeber", "publikation"],
    ...["المصدر", "مصدر", "الصحيفه", "صحيفه", "الجريده", "جريده", "الناشر", "وسيله الاعلام", "domain"],
  ],
  byline: [
    ...["byline", "author", "authors", "author name", "by", "writer", "reporter", "journalist", "creator"],
    ...["auteur", "auteurs", "journaliste", "autor", "autores", "autora", "periodista", "redactor", "jornalista"],
    ...["autoren", "verfasser", "الكاتب", "كاتب", "المولف", "مولف", "الصحفي", "المحرر"],
  ],
  language: [
    ...["language", "lang", "language code", "lang code", "langue", "idioma", "lengua", "lingua", "sprache"],
    ...["اللغه", "لغه"],
  ],
  dateline: ["dateline"],
  credits: ["credits", "credit line", "credit"],
};

/** Fields in the order in which they choose their columns. */
const CHOOSING = ["text", ...STATED_FIELDS] as const;

/** What programs put around or behind the name proper: “_source.title”, “title.rendered”, “source.name”. */
const AROUND = /^(?:_source|article|properties|attributes|fields|data|item|post|news|document|doc|record|node)\./i;
const BEHIND = /\.(?:rendered|name|value|main|original|_text|#text|\$t)$/i;

/**
 * Which of these columns hold which field, by what they are called in English, French, Arabic, Spanish, Portuguese or
 * German. A column holds one field only; fields for which there is no known name are left out.
 */
export function suggestedMapping(columns: readonly string[]): FieldMapping {
  const mapping: FieldMapping = {};
  const taken = new Set<string>();
  for (const field of CHOOSING) {
    const [chosen] = columns
      .filter((column) => !taken.has(column))
      .map((column) => ({ column, rank: rankOf(column, field) }))
      .filter(({ rank }) => rank !== -1)
      .sort((one, other) => one.rank - other.rank);
    if (!chosen) continue;
    mapping[field] = chosen.column;
    taken.add(chosen.column);
  }
  return mapping;
}

/** How sure the name of a column is for a field, 0 the surest; -1 where it does not name it. Bare names go before dressed ones. */
function rankOf(column: string, field: keyof FieldMapping): number {
  const names = NAMES[field];
  const bare = names.indexOf(plainName(column));
  if (bare !== -1) return bare;
  const undressed = names.indexOf(plainName(column.replace(AROUND, "").replace(BEHIND, "")));
  return undressed === -1 ? -1 : names.length + undressed;
}

/** “publishedAt”, “Published_at” and “PUBLISHED AT” are one name; so are those that differ in accents, hamzas or final letters. */
function plainName(column: string): string {
  return column
    .slice(0, 200)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u0640]/gu, "")
    .toLowerCase()
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
