import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { inFolder, workbenchIn } from "./support/folder.ts";
import { makeLargeCase } from "./support/large-case.ts";
import { IS_SMALL, inFigures, introduce, printTable } from "./support/measuring.ts";

const ARTICLES = IS_SMALL ? 2_000 : 100_000;
const CLAIMS = IS_SMALL ? 200 : 10_000;
const MANY = IS_SMALL ? 1_000 : 10_000;

/** How long a command took, and for how long at most nobody else was answered meanwhile; both in milliseconds. */
interface Taken {
  what: string;
  whole: number;
  longestTurn: number;
}

async function taken(what: string, command: () => Promise<unknown>): Promise<Taken> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  await command();
  const whole = performance.now() - begun;
  delay.disable();
  return { what, whole, longestTurn: delay.max / 1e6 };
}

introduce(`Commands on ${MANY.toLocaleString("en")} of ${ARTICLES.toLocaleString("en")} articles`);
await inFolder(async (folder) => {
  const { path: made } = makeLargeCase(path.join(folder, "large.sourceline"), {
    articles: ARTICLES,
    claims: CLAIMS,
    marks: 0,
  });
  const workbench = workbenchIn(folder);
  const { client } = workbench;
  await client.cases.open({ path: made });
  const ids = (await client.articles.ids({})).slice(0, MANY);
  const rows = [
    await taken("tag them", () => client.articles.updateMany({ ids, addTags: ["followed"] })),
    await taken("put them in a collection", () => client.collections.create({ name: "Followed", articleIds: ids })),
    await taken("move them to the trash", () => client.articles.remove({ ids })),
    await taken("undo that", () => client.history.undo()),
    await taken("redo it", () => client.history.redo()),
    await taken("bring them back from the trash", () => client.trash.restore({ ids })),
  ];
  await workbench.close();
  printTable(
    ["", "seconds", "milliseconds an article", "longest turn, milliseconds"],
    rows.map(({ what, whole, longestTurn }) => [
      what,
      inFigures(whole / 1_000),
      inFigures(whole / MANY),
      inFigures(longestTurn),
    ]),
  );
});
