import { expect, it } from "vitest";
import * as z from "zod";
import { refusedInput } from "#electron/workbench/implementer.ts";

const schema = z.object({
  fields: z.object({ name: z.string().min(1, "Which name?"), beds: z.int().max(9) }),
});
const refused = (input: unknown) => {
  const { code, message, data } = refusedInput(schema, input);
  return { code, message, data };
};

it("leaves a sentence of the contract as it is, however that ends, and names the field of what the library says", () => {
  expect(refused({ fields: { name: "", beds: 1 } })).toEqual({
    code: "NOT_ALLOWED",
    message: "Which name?",
    data: { field: "fields.name" },
  });
  const { message, data } = refused({ fields: { name: "Harbour", beds: 10 } });
  expect(message).toMatch(/^fields\.beds: .*9/);
  expect(data).toEqual({ field: "fields.beds" });
  expect(refused("nothing")).toMatchObject({ message: expect.stringMatching(/^[A-Z]/), data: { field: "" } });
});
