import { useQuery } from "@tanstack/react-query";
import { BookOpen, FilePlus2, FolderOpen } from "lucide-react";
import { openChosenCase, useOpening } from "../../frame/open-case.ts";
import { go, useRoute } from "../../route.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { queries, workbench } from "../../workbench.ts";
import { CaseList } from "./case-list.tsx";
import { NewCase } from "./new-case.tsx";
import { OpenByPath } from "./open-by-path.tsx";
import styles from "./start.module.css";
import { words } from "./words.ts";

/** Where a person begins: recent cases, a new one, one that is somewhere, or the demonstration. */
export default function StartView() {
  const { id: form } = useRoute();
  const recent = useQuery({ ...queries.cases.recent.queryOptions(), staleTime: 0 });
  const folder = useQuery({ ...queries.cases.folder.queryOptions(), staleTime: 0 });
  const demonstration = useOpening(() => workbench.cases.openDemonstration());
  const listed = new Set(recent.data?.map((each) => each.path));
  const others = folder.data?.cases.filter((each) => !listed.has(each.path)) ?? [];

  return (
    <div className={styles.start}>
      <div className={styles.page}>
        <h1>{words.title}</h1>
        <p className={styles.purpose}>{words.purpose}</p>
        <div className={styles.ways}>
          <Button look="primary" onPress={() => go({ view: "start", id: "new" })}>
            <FilePlus2 aria-hidden="true" />
            {words.newCase}
          </Button>
          <Button onPress={() => void openChosenCase()}>
            <FolderOpen aria-hidden="true" />
            {words.openCase}
          </Button>
          <Button isDisabled={demonstration.isPending} onPress={() => demonstration.mutate()}>
            <BookOpen aria-hidden="true" />
            {demonstration.isPending ? words.opening : words.demonstration}
          </Button>
        </div>
        {demonstration.error ? <ErrorNotice error={demonstration.error} /> : null}
        {form === "new" ? <NewCase folder={folder.data?.path ?? null} /> : null}
        {form === "open" ? <OpenByPath /> : null}

        <h2>{words.recent}</h2>
        {recent.isPending ? <Skeleton lines={3} /> : null}
        {recent.error ? <ErrorNotice error={recent.error} retry={() => void recent.refetch()} /> : null}
        {recent.data?.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
        {recent.data && recent.data.length > 0 ? <CaseList label={words.recent} cases={recent.data} /> : null}
        {others.length > 0 ? (
          <>
            <h2>{words.inFolder}</h2>
            <CaseList label={words.inFolder} cases={others} />
          </>
        ) : null}
        {recent.data?.length === 0 ? <p className={styles.hint}>{words.demonstrationHint}</p> : null}
      </div>
    </div>
  );
}
