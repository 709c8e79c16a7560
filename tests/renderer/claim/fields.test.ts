import { describe, expect, it } from "vitest";
import { bareClaim } from "#domain/nouns/claim.ts";
import { fieldsFrom, isNumber, typedFrom } from "../../../renderer/claim/fields.ts";

describe("the fields of a claim", () => {
  it("come back from the form as they went in", () => {
    const fields = { ...bareClaim("40 killed"), low: 12, best: 40, date: "2025-05-11", datePrecision: "week" as const };
    expect(fieldsFrom(typedFrom(fields))).toEqual(fields);
  });

  it("take the precision of a date from the way it is written, unless one was chosen", () => {
    const typed = typedFrom(bareClaim("A raid"));
    expect(fieldsFrom({ ...typed, date: "2025-05" }).datePrecision).toBe("month");
    expect(fieldsFrom({ ...typed, date: "2025-05-11T05:30" }).datePrecision).toBe("time");
    expect(fieldsFrom({ ...typed, date: "2025-05-11", datePrecision: "week" }).datePrecision).toBe("week");
    expect(fieldsFrom({ ...typed, date: "", datePrecision: "week" }).datePrecision).toBeNull();
  });

  it("read numbers with a point or a comma, and nothing as none", () => {
    const typed = typedFrom(bareClaim("A raid"));
    expect(fieldsFrom({ ...typed, best: "2,5", low: " " })).toMatchObject({ best: 2.5, low: null });
    expect(isNumber("forty")).toBe(false);
    expect(isNumber("")).toBe(true);
  });
});
