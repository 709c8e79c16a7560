import { shortened } from "#domain/text/shortened.ts";
import type { DraftBlock } from "./document.ts";

/** Where the words of another mail begin in the text of one. */
export interface OtherMail {
  /** The line that says so, or the first of the header lines where there is none. */
  mark: string;
  /** The lines that say who wrote the other mail and when, as they are written. */
  lines: string[];
}

/**
 * What mail programs write above a mail that is sent on or answered, in the languages of the press: “---------- Forwarded
 * message ---------”, “-----Message d’origine-----”, “Begin forwarded message:”.
 */
const DASHED = new RegExp(
  `^[-–—_=*]{2,}\\s*(?:${[
    "(?:forwarded|original) (?:message|e?mail)",
    "message (?:d['’]origine|original|initial|transf[ée]r[ée]|r[ée]exp[ée]di[ée])",
    "courriel (?:d['’]origine|original|transf[ée]r[ée])",
    "(?:weitergeleitete|urspr[üu]e?ngliche) (?:nachricht|mail|e-mail)",
    "original-?nachricht",
    "mensaje (?:original|reenviado)",
    "mensagem (?:original|encaminhada|reencaminhada)",
    "messaggio (?:originale|inoltrato)",
    "(?:doorgestuurd|oorspronkelijk) bericht",
    "(?:пересылаемое|исходное|пересланное|перенаправленное) (?:сообщение|письмо)",
    "[iı]letilen (?:ileti|mesaj)|orijinal (?:ileti|mesaj)",
    "رسالة (?:معاد توجيهها|مُعاد توجيهها|محولة|محوّلة)|الرسالة الأصلية",
    "(?:原始|转发|轉寄|轉發|转寄)的?(?:邮件|郵件)(?:信息)?",
    "(?:転送|元の)?メッセージ",
  ].join("|")})\\s*[-–—_=*]{2,}$`,
  "iu",
);
const ANNOUNCED = new RegExp(
  `^(?:${[
    "begin forwarded message",
    "d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])",
    "(?:anfang der weitergeleiteten nachricht|weitergeleitete nachricht)",
    "inicio del mensaje reenviado",
    "in[íi]cio da mensagem (?:reenviada|encaminhada|reencaminhada)",
    "inizio messaggio inoltrato",
    "begin doorgestuurd bericht",
    "начало (?:переадресованного|пересылаемого) сообщения",
    "بداية الرسالة (?:المعاد توجيهها|المُعاد توجيهها|المحولة)",
  ].join("|")})\\s*[:：]$`,
  "iu",
);

/** The names of the header lines that programs write below, by what the lines say. */
const NAMES = {
  from: "from|de|von|da|van|от|от кого|kimden|gönderen|من|发件人|發件人|寄件者|差出人",
  date: "date|sent|envoy[ée](?: le)?|datum|gesendet|enviado(?: el| em)?|fecha|data|inviato|verzonden|дата|отправлено|tarih|gönderildi|التاريخ|تاريخ|تم الإرسال|日期|发送时间|發送時間|寄件日期|日時|送信日時",
  subject: "subject|objet|betreff|asunto|assunto|oggetto|onderwerp|тема|konu|الموضوع|主题|主題|主旨|件名",
  other:
    "to|cc|bcc|reply-to|[àa]|an|para|a|aan|кому|kime|alıcı|إلى|نسخة|收件人|抄送|收件者|副本|宛先|répondre à|antwort an|message-id",
} as const;
type Name = keyof typeof NAMES;
const HEADER_LINES = Object.entries(NAMES).map(
  ([name, words]) => [name as Name, new RegExp(`^\\*?(?:${words})\\s?\\*?[:：]\\*?\\s*(?=\\S)`, "iu")] as const,
);

/** How many lines below the mark the header lines are looked for, and how much of a line is looked at and told. */
const NEAR = 8;
const LONGEST_LINE = 500;
const LONGEST_TOLD = 120;

/**
 * Where in the text of a mail that of another begins, which was sent on or answered with it; null where there is none. Below a
 * line that says so there has to be one that says from whom; without such a line, three in a row are wanted, that say from whom,
 * when, and on what.
 */
export function otherMailIn(blocks: readonly DraftBlock[]): OtherMail | null {
  const lines = blocks
    .flatMap(({ text }) => text.split("\n"))
    .map((line) => shown(line))
    .filter((line) => line !== "");
  for (const [index, line] of lines.entries()) {
    if (DASHED.test(line) || ANNOUNCED.test(line)) {
      const header = headerIn(lines.slice(index + 1, index + 1 + NEAR));
      if (header.has("from")) return { mark: told(line), lines: provenanceIn(header) };
    } else if (nameOf(line) !== null) {
      const header = headerIn(lines.slice(index, index + NEAR));
      if (header.has("from") && header.has("date") && header.has("subject"))
        return { mark: told(line), lines: provenanceIn(header) };
    }
  }
  return null;
}

/** The header lines with which some lines begin, each name once; a line or two may stand between a mark and them. */
function headerIn(lines: readonly string[]): ReadonlyMap<Name, string> {
  const found = new Map<Name, string>();
  for (const line of lines) {
    const name = nameOf(line);
    if (name !== null && !found.has(name)) found.set(name, line);
    else if (name === null && found.size > 0) break;
  }
  return found;
}

const nameOf = (line: string): Name | null => HEADER_LINES.find(([, pattern]) => pattern.test(line))?.[0] ?? null;

function provenanceIn(header: ReadonlyMap<Name, string>): string[] {
  return (["from", "date"] as const).flatMap((name) => {
    const line = header.get(name);
    return line === undefined ? [] : [told(line)];
  });
}

/** A line without the signs by which it is quoted, on one line whatever is in it. */
function shown(line: string): string {
  return line
    .slice(0, LONGEST_LINE)
    .replace(/^[\s>|]+/, "")
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

const told = (line: string): string => shortened(line, LONGEST_TOLD);
