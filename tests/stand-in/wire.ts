/** A value as it crosses between the stand-in's main process and Chromium. */
export type Carried = { as: "text"; value: string } | { as: "bytes"; value: string } | { as: "json"; value: string };

/** Makes a value ready to cross. What would not arrive as it is, is refused. */
export function carry(value: unknown): Carried {
  if (typeof value === "string") return { as: "text", value };
  if (value instanceof ArrayBuffer) return { as: "bytes", value: Buffer.from(value).toString("base64") };
  if (ArrayBuffer.isView(value)) {
    return {
      as: "bytes",
      value: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64"),
    };
  }
  return { as: "json", value: plainJson(value) };
}

/** A value that has crossed. */
export function land(carried: Carried): unknown {
  switch (carried.as) {
    case "text":
      return carried.value;
    case "bytes":
      return new Uint8Array(Buffer.from(carried.value, "base64"));
    case "json":
      return JSON.parse(carried.value);
  }
}

function plainJson(value: unknown): string {
  return JSON.stringify(value ?? null, (key, held: unknown) => {
    const kind = typeof held;
    if (kind === "function" || kind === "symbol" || kind === "bigint" || held instanceof Map || held instanceof Set) {
      throw new Error(`The stand-in carries plain values only, and “${key}” is a ${kind}.`);
    }
    return held;
  });
}
