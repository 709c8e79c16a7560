import { instantInWords } from "../../../dates.ts";
import { words } from "../words.ts";
import type { KeptOriginal } from "./kept-original.ts";
import styles from "./original.module.css";

/** What is known of an original besides its words: enough to say where it came from and to know it again. */
export function Facts({ original }: { original: KeptOriginal }) {
  const facts = [
    [words.original.facts.name, original.originalName],
    [words.original.facts.type, original.mediaType],
    [words.original.facts.size, words.original.size(original.originalSize)],
    [words.original.facts.hash, original.originalSha256],
    [
      words.original.facts.collected,
      words.original.collected(instantInWords(original.collectedAt), original.collectedBy),
    ],
    [words.original.facts.tool, original.tool],
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
