import type { Basis } from "../nouns/assessment.ts";

/**
 * Why an assessment is stale: what has changed in what it rested on. Empty where nothing has. `nameOf` gives the name of
 * a source. A stale assessment stays in force; it is only said to be stale.
 */
export function stalenessOf(then: Basis, now: Basis, nameOf: (sourceId: string) => string): string[] {
  const reasons: string[] = [];
  if (then.proposition !== now.proposition) reasons.push("The claim itself was changed since.");
  const before = new Map(then.attributions.map((attribution) => [attribution.id, attribution]));
  const after = new Map(now.attributions.map((attribution) => [attribution.id, attribution]));
  const added = [...after.keys()].filter((id) => !before.has(id)).length;
  const removed = [...before.keys()].filter((id) => !after.has(id)).length;
  const changed = [...after.values()].filter((attribution) => {
    const earlier = before.get(attribution.id);
    return earlier && differs(earlier, attribution);
  }).length;
  if (added > 0) reasons.push(`${countOf(added, "attribution")} added since.`);
  if (removed > 0) reasons.push(`${countOf(removed, "attribution")} removed since.`);
  if (changed > 0) reasons.push(`${countOf(changed, "attribution")} changed since.`);
  const linksThen = new Set(then.links?.map(keyOfLink));
  const linksNow = new Set(now.links?.map(keyOfLink));
  const confirmed = [...linksNow].filter((link) => !linksThen.has(link)).length;
  const takenBack = [...linksThen].filter((link) => !linksNow.has(link)).length;
  if (confirmed > 0) reasons.push(`${linksInWords(confirmed)} confirmed since.`);
  if (takenBack > 0) reasons.push(`${linksInWords(takenBack)} taken back since.`);

  const gradesThen = new Map(then.grades.map((grade) => [grade.sourceId, grade.letter]));
  const concerned = new Set(then.attributions.flatMap((attribution) => attribution.chain));
  for (const { sourceId, letter } of now.grades) {
    const earlier = gradesThen.get(sourceId);
    if (!concerned.has(sourceId) || earlier === letter) continue;
    reasons.push(
      earlier
        ? `${nameOf(sourceId)} went from ${earlier} to ${letter}.`
        : `${nameOf(sourceId)} has been graded ${letter}.`,
    );
  }
  for (const { sourceId } of then.grades) {
    if (
      !now.grades.some((grade) => grade.sourceId === sourceId) &&
      concerned.has(sourceId) &&
      stillHeard(sourceId, now)
    ) {
      reasons.push(`The grade of ${nameOf(sourceId)} was taken back.`);
    }
  }
  return reasons;
}

function stillHeard(sourceId: string, basis: Basis): boolean {
  return basis.attributions.some((attribution) => attribution.chain.includes(sourceId));
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? " was" : "s were"}`;
}

function linksInWords(count: number): string {
  return count === 1 ? "1 link between articles was" : `${count} links between articles were`;
}

function keyOfLink({ articleId, fromId }: NonNullable<Basis["links"]>[number]): string {
  return `${articleId} ${fromId}`;
}

function differs(one: Basis["attributions"][number], other: Basis["attributions"][number]): boolean {
  return one.stance !== other.stance || one.manner !== other.manner || one.chain.join() !== other.chain.join();
}
