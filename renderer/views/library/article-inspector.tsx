import { useQuery } from "@tanstack/react-query";
import type { ArticleView } from "#domain/contract/articles.ts";
import { addressOfOriginal } from "#domain/contract/originals.ts";
import { PROVENANCES } from "#domain/vocabulary/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { instantInWords } from "../../dates.ts";
import { withKey } from "../../key.ts";
import { addressOf } from "../../route.ts";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries } from "../../workbench.ts";
import { ArticleFields } from "./article-fields.tsx";
import { Collections, Tags } from "./belonging.tsx";
import styles from "./library.module.css";
import { ProvenanceMark } from "./provenance-mark.tsx";
import { words } from "./words.ts";

interface ArticleInspectorProps {
  id: string;
  /** What is to be known of it before anything else; null for nothing. */
  remark: string | null;
}

/** All that is known of an article beside its text. */
export function ArticleInspector({ id, remark }: ArticleInspectorProps) {
  const { data: article, error, refetch } = useQuery(queries.articles.get.queryOptions({ input: { id } }));
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!article) return <Skeleton lines={8} />;
  const provenance = termOf(PROVENANCES, article.provenance);
  return (
    <div className={styles.inspector}>
      {remark ? (
        <p className={styles.remark} role="status">
          {remark}
        </p>
      ) : null}
      <Section title={words.inspector} aside={<a href={addressOf({ view: "read", id })}>{words.read}</a>}>
        <ArticleFields article={article} />
      </Section>
      <Section title={words.provenance}>
        <p className={styles.provenance}>
          <ProvenanceMark provenance={article.provenance} />
          <span className={styles.faint}>{provenance.definition}</span>
        </p>
        <Kin article={article} />
      </Section>
      <Tags key={`${id} tags`} ids={[id]} tags={article.tags} />
      <Collections key={`${id} collections`} ids={[id]} collections={article.collections} />
      <Original article={article} />
    </div>
  );
}

/** Other texts of the article, and articles that it hangs together with. */
function Kin({ article: { revisions, links, proposals } }: { article: ArticleView }) {
  const said = [
    revisions > 0 ? words.revisions(revisions) : "",
    links > 0 ? words.links(links) : "",
    proposals > 0 ? words.proposals(proposals) : "",
  ].filter(Boolean);
  return said.length > 0 ? <p className={styles.faint}>{said.join(" · ")}</p> : null;
}

/** The bytes that the text was made of, which are kept unchanged. */
function Original({ article }: { article: ArticleView }) {
  return (
    <Section title={words.original}>
      <dl className={styles.facts}>
        <dt>{words.originalName}</dt>
        <dd dir="auto">{article.originalName}</dd>
        <dt>{words.originalKind}</dt>
        <dd>{words.originalFacts(article.mediaType, article.originalSize)}</dd>
        <dt>{words.collected}</dt>
        <dd>{words.collectedBy(article.collectedBy, instantInWords(article.collectedAt))}</dd>
        {article.tool ? (
          <>
            <dt>{words.tool}</dt>
            <dd>{article.tool}</dd>
          </>
        ) : null}
        <dt>{words.textHash}</dt>
        <dd className={styles.hash}>{article.textSha256}</dd>
        <dt>{words.originalHash}</dt>
        <dd className={styles.hash}>{article.originalSha256}</dd>
      </dl>
      <p>
        <a href={withKey(addressOfOriginal(article.originalSha256))} download={article.originalName}>
          {words.saveOriginal}
        </a>
      </p>
    </Section>
  );
}
