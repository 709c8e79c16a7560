import { writeFileSync } from "node:fs";
import { caseJsonSchema } from "#electron/exporting/json/case-json.ts";

/** Writes the published schema of the JSON export. Run it after a change of the nouns: `node build/write-case-schema.ts`. */
const place = new URL("../docs/schema/sourceline-case-2.json", import.meta.url);
writeFileSync(place, `${JSON.stringify(caseJsonSchema(), null, 2)}\n`);
