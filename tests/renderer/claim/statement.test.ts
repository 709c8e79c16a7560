import { describe, expect, it } from "vitest";
import { quoteModeOf, statementFrom } from "../../../renderer/claim/statement.ts";

describe("statementFrom", () => {
  it("makes one line with a capital", () => {
    expect(statementFrom(["a raid on\n  the post, "])).toBe("A raid on the post");
  });

  it("joins the parts of a discontinuous passage", () => {
    expect(statementFrom(["the raids", "were likely"])).toBe("The raids … were likely");
  });

  it("takes quotation marks away only where they stand around the whole", () => {
    expect(statementFrom(["“It can take a town”"])).toBe("It can take a town");
    expect(statementFrom(["“It can” take a town"])).toBe("“It can” take a town");
  });

  it("leaves scripts without capitals and emoji whole", () => {
    expect(statementFrom(["الهجوم استمر"])).toBe("الهجوم استمر");
    expect(statementFrom(["🚤 left"])).toBe("🚤 left");
  });
});

describe("quoteModeOf", () => {
  const modeOf = (text: string, words: string) => {
    const start = text.indexOf(words);
    return quoteModeOf(text, start, start + words.length);
  };

  it("knows words within quotation marks", () => {
    expect(modeOf("“It can take a town,” she said.", "It can take a town")).toBe("direct");
    expect(modeOf("Il a dit : « une douzaine de morts ».", "une douzaine de morts")).toBe("direct");
    expect(modeOf("She said “it burnt”.", "“it burnt”")).toBe("direct");
  });

  it("knows the writer's words, and those that are partly quoted", () => {
    expect(modeOf("She said that it burnt down.", "it burnt down")).toBe("indirect");
    expect(modeOf("She said it was “gone” by noon.", "it was “gone” by noon")).toBe("mixed");
  });

  it("does not take an apostrophe or an unpaired mark for a quotation", () => {
    expect(modeOf("the group’s channels said", "channels")).toBe("indirect");
    expect(modeOf("“first words and then more", "first words")).toBe("indirect");
  });
});
