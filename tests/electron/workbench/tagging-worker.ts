import { createWorkbench } from "#electron/workbench/workbench.ts";

/**
 * A scripted tagging run that is meant to be killed. After every command that was acknowledged it says so on standard
 * output, in one write: the number of the entry and the claim that it made.
 */
const [, , folder = "", file = ""] = process.argv;
const workbench = createWorkbench({
  host: "command",
  version: "0.0.0",
  settingsFolder: `${folder}/settings`,
  casesFolder: folder,
  demonstration: async () => {},
  reportDefect: (error) => {
    throw error;
  },
});
const { client } = workbench;
await client.cases.open({ path: file });
const [article] = (await client.articles.list({ limit: 1 })).rows;
if (!article) throw new Error("The case has no article to tag.");

for (let number = 0; ; number++) {
  const start = number % 40;
  const made = await client.claims.create({
    fields: { statement: `Claim ${number} of process ${process.pid}` },
    attribution: {
      articleId: article.id,
      content: [{ start, end: start + 6 }],
      chain: [{ source: { name: `Source ${number % 7}` } }],
    },
  });
  process.stdout.write(`${made.sequence} ${made.claimId}\n`);
  if (number % 5 === 0) await client.history.undo();
  if (number % 5 === 1) {
    const done = await client.assessments.record({ claimId: made.claimId, verdict: "unverified" });
    process.stdout.write(`${done.sequence} ${made.claimId}\n`);
  }
}
