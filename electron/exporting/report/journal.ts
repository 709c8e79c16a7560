import type { Change, Entry } from "#domain/journal/change.ts";
import type { CaseReader } from "../case-data.ts";
import type { ReportContent } from "./reported.ts";

/** The entries of the journal that touched the claims of a report, their attributions, chains, words or assessments. */
export function* entriesAbout(reader: CaseReader, content: ReportContent): Generator<Entry> {
  const claims = new Set(content.claims.map(({ claim }) => claim.id));
  const attributions = new Set(
    content.claims.flatMap((claim) => claim.attributions.map(({ attribution }) => attribution.id)),
  );
  const hops = new Set(
    content.claims.flatMap((claim) => claim.attributions.flatMap(({ chain }) => chain.map(({ hop }) => hop.id))),
  );
  const assessments = new Set(content.claims.flatMap(({ history }) => history.map(({ id }) => id)));

  const touches = ({ table, id, before, after }: Change): boolean => {
    const row: Readonly<Record<string, unknown>> = { ...before, ...after };
    const refersTo = (column: string, ids: ReadonlySet<string>) => ids.has(String(row[column]));
    switch (table) {
      case "claim":
        return claims.has(id);
      case "attribution":
      case "assessment":
        return refersTo("claimId", claims);
      case "hop":
        return refersTo("attributionId", attributions);
      case "evidence":
        return refersTo("assessmentId", assessments);
      case "span":
        return refersTo("ownerId", attributions) || refersTo("ownerId", hops);
      default:
        return false;
    }
  };

  for (const entry of reader.entries()) if (entry.changes.some(touches)) yield entry;
}

/** What an entry did, as the journal extract says it. */
export function entryInWords({ kind, label, answers }: Entry): string {
  if (kind === "undone") return `Took back entry ${answers}: ${label}`;
  if (kind === "redone") return `Did again entry ${answers}: ${label}`;
  return label.charAt(0).toUpperCase() + label.slice(1);
}
