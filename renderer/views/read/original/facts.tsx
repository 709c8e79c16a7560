import type { ArticleView } from "#domain/contract/articles.ts";
import { instantInWords } from "../../../dates.ts";
import { words } from "../words.ts";
import styles from "./original.module.css";

/** What is known of an original besides its words: enough to say where it came from and to know it again. */
export function Facts({ article }: { article: ArticleView }) {
  const facts = [
    [words.original.facts.name, article.originalName],
    [words.original.facts.type, article.mediaType],
    [words.original.facts.size, words.original.size(article.originalSize)],
    [words.original.facts.hash, article.originalSha256],
    [
      words.original.facts.collected,
      words.original.collected(instantInWords(article.collectedAt), article.collectedBy),
    ],
    [words.original.facts.tool, article.tool],
  ].filter(([, value]) => value !== "");
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
