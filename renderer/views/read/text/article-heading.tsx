import type { ArticleView } from "#domain/contract/articles.ts";
import { publishedInWords } from "../../../dates.ts";
import { keysOfCommand } from "../../../keys.ts";
import { languageName } from "../language.ts";
import { words } from "../words.ts";
import styles from "./text.module.css";

interface ArticleHeadingProps {
  article: ArticleView;
  withTitle: boolean;
  onShowOriginal: () => void;
}

/** What is known of the article, above its text. */
export function ArticleHeading({ article, withTitle, onShowOriginal }: ArticleHeadingProps) {
  const facts = [
    article.outlet ?? words.text.noOutlet,
    article.published ? publishedInWords(article.published) : words.list.noDate,
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
        <span>
          <button
            type="button"
            className={styles.kept}
            title={`${words.text.showOriginal} (${keysOfCommand("toggle-original")})`}
            onClick={onShowOriginal}
          >
            {words.text.kept} ✓
          </button>
        </span>
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
