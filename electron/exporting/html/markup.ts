/** Text that is HTML already. Everything else that enters a template is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Content = Markup | string | number | null | readonly Content[];

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for element content and for attributes in quotation marks. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}

/** A template whose every value is escaped unless it is markup. Lists are joined; null is nothing. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Markup {
  const parts = strings.map((string, index) => (index === 0 ? string : written(values[index - 1] ?? null) + string));
  return new Markup(parts.join(""));
}

function written(content: Content): string {
  if (content === null) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(written).join("");
  return escapeHtml(String(content));
}
