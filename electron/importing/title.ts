/** The longest first line that is taken for a title, and the length to which a first sentence is cut for one. */
const TITLE_LENGTH = 160;
const SENTENCE_LENGTH = 110;

/** Whether a line at the head of a text reads as its title: short, no sentence, and not one that leads on to the next. */
export function isTitleLine(line: string): boolean {
  if (line.length > TITLE_LENGTH || line.includes("\n") || isGreeting(line)) return false;
  return !/[.!…»”"。؟,،:：;؛]\s*$/.test(line);
}

/** How letters begin, in the languages of the press; a name may follow, and no more than that. */
const GREETING =
  /^(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|ch[eè]re?s?|bonjour|bonsoir|salut|madame|monsieur|mesdames|messieurs|estimad[oa]s?|querid[oa]s?|hola|buenos d[ií]as|buenas tardes|prezad[oa]s?|car[oaie]|ol[áa]|bom dia|boa tarde|sehr geehrter?|liebe[rs]?|hallo|guten (?:tag|morgen|abend)|gentile|gentili|buongiorno|beste|geachte|sayın|merhaba|selam|habari|mpendwa|wapendwa|ndugu|уважаем(?:ый|ая|ые)|дорог(?:ой|ая|ие)|здравствуйте|добрый (?:день|вечер)|عزيزي|عزيزتي|السلام عليكم|مرحبا|تحية طيبة|السيد|السادة)(?![\p{L}\p{M}])(?<name>[^.!?؟:،,]{0,60})[!,،:：]?\s*$/iu;

/** In which a greeting may go without a mark at its end, since no headline begins with them. */
const NO_HEADLINE = /^(?:dear|hi|hello|hey|bonjour|bonsoir|sehr geehrter?|prezad[oa]s?|estimad[oa]s?)(?!\p{L})/iu;

/** Whether a line greets whoever reads it, as letters and mails begin: “Dear desk,”, “Bonjour à tous !”. */
export function isGreeting(line: string): boolean {
  const words = line.trim();
  const match = words.length > 80 ? null : GREETING.exec(words);
  if (!match) return false;
  if (/[!,،:：]$/.test(words)) return true;
  // “Hello Kitty shop burns down” is a headline; “Hello all” greets.
  return NO_HEADLINE.test(words) && (match.groups?.name ?? "").trim().split(/\s+/).length <= 3;
}

/** The first sentence of a text, cut at a word where it is long, to stand for the title that it has not. */
export function firstSentence(text: string): string {
  // A text may be one line of many megabytes; its beginning is enough.
  const line = text.slice(0, 3 * SENTENCE_LENGTH).toWellFormed();
  const sentence = /^.*?[.!?؟。](?=\s|$)/u.exec(line)?.[0] ?? line.split("\n", 1)[0] ?? "";
  const characters = Array.from(sentence.trim());
  if (characters.length <= SENTENCE_LENGTH) return characters.join("");
  const cut = characters.slice(0, SENTENCE_LENGTH).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40))}…`;
}
