import { describe, expect, it } from "vitest";
import { wordingWarnings } from "#domain/rules/wording.ts";

const said = (judgements: string) => wordingWarnings(judgements).map((warning) => warning.sentence);

describe("a confidence level and a likelihood", () => {
  it.each([
    "We judge with high confidence that the post is likely to fall.",
    "It is very unlikely, with low confidence, that the video is genuine.",
    "The raid almost certainly took place, and our confidence in this is high.",
    "With moderate-confidence sourcing it is probable that a dozen died.",
    "With low to moderate confidence we hold it roughly even odds.",
  ])("in one sentence is warned of: %s", (judgement) => {
    expect(wordingWarnings(judgement)).toMatchObject([{ judgement: 1 }]);
  });

  it.each([
    "It is likely that the post changed hands for some hours. Our confidence is low.",
    "We have high confidence that the raid took place.",
    "The confidence of the mayor was shaken; the bridge is likely to stay shut.",
    "The likelihood of rain is not our subject, and the likeness was poor.",
    "",
  ])("apart, or one of them alone, is not: %s", (judgement) => {
    expect(wordingWarnings(judgement)).toEqual([]);
  });

  it("are quoted, with the number of the judgement, and what to do", () => {
    expect(said("The raid took place.\n\nWith high confidence it is Very Likely that it failed.")).toEqual([
      "Judgement 2 puts “high confidence” and “very likely” in one sentence. Say the confidence in a sentence of its own.",
    ]);
  });

  it("are found in each judgement", () => {
    const judgement = "With high confidence, it is likely.";
    expect(wordingWarnings(`${judgement}\n${judgement}`).map((warning) => warning.judgement)).toEqual([1, 2]);
  });
});

describe("the two rows of likelihood terms", () => {
  it("mixed are warned of once, with the terms of each", () => {
    expect(
      said("It is likely that it fell.\nIt is improbable that it held. It will very likely be taken again."),
    ).toEqual([
      "The judgements mix two rows of likelihood terms, “likely”, “very likely” and “improbable”. Keep to one row.",
    ]);
  });

  it.each([
    "It is unlikely.\nIt is almost certain.\nThere is a roughly even chance.",
    "It is improbable.\nIt is nearly certain.\nIt is roughly even odds. The chance is remote.",
    "It is likely that the remote village was hit.",
  ])("kept apart are not: %s", (judgements) => {
    expect(wordingWarnings(judgements)).toEqual([]);
  });

  it.each([
    "There is a remote chance of rain. It is likely to be dry.",
    "The possibility of a truce seems remote. It is likely.",
  ])("know a remote chance from a remote place: %s", (judgements) => {
    expect(wordingWarnings(judgements)).toHaveLength(1);
  });

  it("do not take “unlikely” for “likely” nor “improbable” for “probable”", () => {
    expect(said("It is unlikely. It is improbable.")).toEqual([
      "The judgements mix two rows of likelihood terms, “unlikely” and “improbable”. Keep to one row.",
    ]);
  });
});
