import { useQuery } from "@tanstack/react-query";
import type { ArticleFields } from "#domain/contract/articles.ts";
import { DATE_PRECISIONS } from "#domain/vocabulary/claims.ts";
import { instantInWords } from "../../dates.ts";
import { sayFailure } from "../../toasts.ts";
import { CommittedField } from "../../ui/committed-field.tsx";
import { Select } from "../../ui/select.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import styles from "./library.module.css";
import { words } from "./words.ts";

/** The precisions of a date, and that none is known. */
const PRECISIONS = [{ code: "", label: words.fields.precisionUnknown } as const, ...DATE_PRECISIONS];

/** What is known of an article, each field saved as it is left. */
export function ArticleInspector({ id }: { id: string }) {
  const { data: article, error, refetch } = useQuery(queries.articles.get.queryOptions({ input: { id } }));
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!article) return <Skeleton lines={8} />;

  const save = (fields: Partial<ArticleFields>) => workbench.articles.update({ id, fields });
  const line = (name: "title" | "outlet" | "byline" | "dateline" | "url") => (
    <CommittedField
      key={`${id} ${name}`}
      label={words.fields[name]}
      value={article[name] ?? ""}
      onCommit={(value) => save({ [name]: value })}
    />
  );
  return (
    <div className={styles.inspector}>
      <Section title={words.inspector}>
        {line("title")}
        {line("outlet")}
        {line("byline")}
        {line("dateline")}
        {line("url")}
        <div className={styles.pair}>
          <CommittedField
            key={`${id} published`}
            label={words.fields.published}
            value={article.published ?? ""}
            description={words.fields.publishedHint}
            onCommit={(value) => save({ published: value.trim() || null })}
          />
          <Select
            label={words.fields.precision}
            options={PRECISIONS}
            value={article.publishedPrecision ?? ""}
            onChange={(code) => {
              save({ publishedPrecision: code === "" ? null : code }).catch(sayFailure);
            }}
          />
        </div>
        <CommittedField
          key={`${id} language`}
          label={words.fields.language}
          value={article.language ?? ""}
          description={words.fields.languageHint}
          onCommit={(value) => save({ language: value.trim() || null })}
        />
      </Section>
      <Section title={words.original}>
        <p>{words.collectedBy(article.collectedBy, instantInWords(article.collectedAt))}</p>
        <p>{words.originalFacts(article.originalName, article.originalSize)}</p>
        <p>
          <a href={`/originals/${article.originalSha256}`} download={article.originalName}>
            {words.saveOriginal}
          </a>
        </p>
        <dl className={styles.hashes}>
          <dt>{words.textHash}</dt>
          <dd>{article.textSha256}</dd>
          <dt>{words.originalHash}</dt>
          <dd>{article.originalSha256}</dd>
        </dl>
      </Section>
    </div>
  );
}
