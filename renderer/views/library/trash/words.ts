const number = (count: number) => count.toLocaleString("en-GB");
const articles = (count: number) => (count === 1 ? "1 article" : `${number(count)} articles`);
const it = (count: number) => (count === 1 ? "it" : "them");

/** The words of the trash. */
export const words = {
  title: "Trash",
  table: "Articles in the trash",
  count: number,
  headings: {
    attributions: "Passages",
    trashedAt: "Thrown away",
    trashedBy: "By",
  },
  chooseFirst: "Choose an article first.",
  restore: "Bring back",
  restoring: (count: number) => `Bringing ${articles(count)} back…`,
  restored: (count: number) => `${articles(count)} brought back.`,
  undo: "Undo",
  destroy: "Destroy…",
  destroying: {
    title: "Take out of the trash for good",
    question: (count: number) =>
      `Take ${articles(count)} out of the trash for good? Afterwards ${count === 1 ? "it" : "they"} can be had back by Undo only, and not from here. The journal goes on saying what was there, and the texts and originals stay in the case file.`,
    yes: (count: number) => `Take ${it(count)} out for good`,
    no: (count: number) => `Keep ${it(count)}`,
  },
  destroyed: (count: number) => `${articles(count)} taken out of the trash for good.`,
  emptyTitle: "The trash is empty",
  empty:
    "Articles that you throw away wait here with their passages, notes, tags and links, and come back whole when you need them.",
  toLibrary: "Go to the articles",
  close: "Close",
};
