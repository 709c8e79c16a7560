/**
 * Makes a part of the stand-in speak up where it is asked for something that it does not have: a test must not pass
 * because a call went nowhere.
 */
export function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, property) {
      if (typeof property === "string" && !(property in target) && !LOOKED_FOR_BY_THE_LANGUAGE.has(property)) {
        throw new Error(`The stand-in for Electron does not know ${name}.${property}.`);
      }
      // Bound to the part itself, whose private fields a proxy does not have.
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" && property !== "prototype" && property !== "constructor"
        ? value.bind(target)
        : value;
    },
  });
}

/** Names that `await`, `JSON.stringify` and the like look for in everything. */
const LOOKED_FOR_BY_THE_LANGUAGE = new Set(["then", "toJSON"]);
