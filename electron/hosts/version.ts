import information from "../../package.json" with { type: "json" };

/** The version of Sourceline that runs here. */
export const VERSION: string = information.version;
