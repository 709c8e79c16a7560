import { buildAll } from "../../build/bundle.ts";

/** Builds the page and the bundles that the specs drive, once for all of them. */
export default async function setup(): Promise<void> {
  await buildAll();
}
