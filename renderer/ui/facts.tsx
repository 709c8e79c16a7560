import { Fragment } from "react";

/** Some facts in one line, each in its own direction. */
export function Facts({ facts, className }: { facts: readonly string[]; className?: string | undefined }) {
  return (
    <span className={className}>
      {facts.map((fact, index) => (
        <Fragment key={fact}>
          {index > 0 ? " · " : ""}
          <bdi>{fact}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
