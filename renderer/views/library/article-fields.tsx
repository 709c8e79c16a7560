import type { ArticleView, ArticleFields as Fields } from "#domain/contract/articles.ts";
import type { StatedField } from "#domain/nouns/article.ts";
import { FIELD_ORIGINS } from "#domain/vocabulary/articles.ts";
import { DATE_PRECISIONS } from "#domain/vocabulary/claims.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { sayFailure } from "../../toasts.ts";
import { CommittedField } from "../../ui/committed-field.tsx";
import { Select } from "../../ui/select.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./library.module.css";
import { words } from "./words.ts";

/** The precisions of a date, and that none is known. */
export const PRECISIONS = [{ code: "", label: words.fields.precisionUnknown } as const, ...DATE_PRECISIONS];

/** What is said of an article, each field saved as it is left, with where it was read. */
export function ArticleFields({ article }: { article: ArticleView }) {
  const { id } = article;
  const save = (fields: Partial<Fields>) => workbench.articles.update({ id, fields });
  const field = (name: Exclude<StatedField, "published">, hint = "") => {
    const value = article[name] ?? "";
    return (
      <CommittedField
        key={`${id} ${name}`}
        label={words.fields[name]}
        value={value}
        description={value === "" ? hint : originOf(article, name)}
        onCommit={(typed) => save({ [name]: name === "language" ? typed.trim() || null : typed })}
      />
    );
  };
  return (
    <div className={styles.fields} data-part="fields">
      {field("title")}
      {field("outlet")}
      {field("byline")}
      {field("dateline")}
      {field("url")}
      <div className={styles.pair}>
        <CommittedField
          key={`${id} published`}
          label={words.fields.published}
          value={article.published ?? ""}
          description={article.published === null ? words.fields.publishedHint : originOf(article, "published")}
          onCommit={(typed) => save({ published: typed.trim() || null })}
        />
        <Select
          label={words.fields.precision}
          options={PRECISIONS}
          value={article.publishedPrecision ?? ""}
          isDisabled={article.published === null}
          onChange={(code) => {
            save({ publishedPrecision: code === "" ? null : code }).catch(sayFailure);
          }}
        />
      </div>
      {field("language", words.fields.languageHint)}
      {field("credits")}
    </div>
  );
}

/** Where a field that is filled was read, in a few words. */
function originOf({ fieldOrigins }: ArticleView, field: StatedField): string {
  const origin = fieldOrigins[field];
  if (origin === undefined) return words.origin.unknown;
  if (origin === "analyst") return words.origin.analyst;
  if (origin === "detected") return words.origin.detected;
  return words.origin.from(termOf(FIELD_ORIGINS, origin).label);
}
