import type { ArticleView } from "#domain/contract/articles.ts";
import { dateInWords } from "../../../dates.ts";
import { languageName } from "../language.ts";
import { words } from "../words.ts";
import styles from "./text.module.css";

/** What is known of the article, above its text. */
export function ArticleHeading({ article, withTitle }: { article: ArticleView; withTitle: boolean }) {
  const facts = [
    article.outlet ?? words.text.noOutlet,
    article.published ? dateInWords(article.published) : words.list.noDate,
    article.dateline,
    article.language ? languageName(article.language) : "",
  ].filter((fact) => fact !== "");
  const credits = [article.byline, article.url.replace(/^https?:\/\//, "")].filter((credit) => credit !== "");
  return (
    <header>
      <p className={styles.kick} lang="en">
        {facts.map((fact) => (
          <span key={fact}>
            <bdi>{fact}</bdi>
          </span>
        ))}
        <span title={`SHA-256 ${article.originalSha256}`}>{words.text.kept} ✓</span>
      </p>
      {withTitle ? (
        <h1 className={styles.headline} dir="auto">
          {article.title}
        </h1>
      ) : null}
      {credits.length > 0 ? (
        <p className={styles.byline} dir="auto">
          {credits.join(" · ")}
        </p>
      ) : null}
    </header>
  );
}
