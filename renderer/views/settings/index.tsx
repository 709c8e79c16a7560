import { useQuery } from "@tanstack/react-query";
import type { OpenCase } from "#domain/contract/cases.ts";
import { prefer, usePreferences } from "../../preferences.ts";
import { shell } from "../../shell.ts";
import { sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { CommittedField } from "../../ui/committed-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { Section, ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { queries, queryClient, workbench } from "../../workbench.ts";
import { CaseCheck } from "./case-check.tsx";
import styles from "./settings.module.css";
import { words } from "./words.ts";

const THEMES = [
  { code: "system", label: words.themes.system },
  { code: "light", label: words.themes.light },
  { code: "dark", label: words.themes.dark },
] as const;

/** Who works here, how it looks, what the case says of itself, and what runs. */
export default function SettingsView() {
  const { data: current } = useQuery(queries.cases.current.queryOptions());
  return (
    <ViewBody head={<ViewHead title={words.title} />}>
      <div className={styles.settings}>
        <You />
        {current ? <ThisCase current={current} /> : null}
        {current ? <CaseCheck key={current.path} /> : null}
        <About />
      </div>
    </ViewBody>
  );
}

function You() {
  const preferences = usePreferences();
  if (!preferences) return <Skeleton lines={2} />;
  return (
    <Section title={words.you}>
      <CommittedField
        label={words.author}
        value={preferences.author}
        description={words.authorHint}
        onCommit={async (author) => {
          const saved = await workbench.application.prefer({ author });
          queryClient.setQueryData(queries.application.preferences.queryKey(), saved);
        }}
      />
      <div className={styles.labelled}>
        <span>{words.theme}</span>
        <SegmentedControl
          label={words.theme}
          options={THEMES}
          value={preferences.theme}
          onChange={(theme) => void prefer({ theme })}
        />
      </div>
    </Section>
  );
}

function ThisCase({ current }: { current: OpenCase }) {
  const { name, description, path } = current;
  return (
    <Section title={words.thisCase}>
      <CommittedField
        label={words.caseName}
        value={name}
        onCommit={(changed) => workbench.cases.describe({ name: changed, description })}
      />
      <CommittedField
        label={words.caseDescription}
        shape="lines"
        value={description}
        onCommit={(changed) => workbench.cases.describe({ name, description: changed })}
      />
      <div className={styles.labelled}>
        <span>{words.file}</span>
        <code>{path}</code>
        {shell.hasFileDialogs ? (
          <Button
            onPress={() => {
              shell.showInFolder(path).catch(sayFailure);
            }}
          >
            {words.showInFolder}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function About() {
  const { data: about, error, refetch } = useQuery(queries.application.about.queryOptions());
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!about) return <Skeleton lines={3} />;
  return (
    <Section title={words.about}>
      <dl className={styles.about}>
        <dt>{words.version}</dt>
        <dd>{about.version}</dd>
        <dt>{words.runs}</dt>
        <dd>{words.hosts[about.host]}</dd>
        <dt>{words.sqlite}</dt>
        <dd>{about.sqlite}</dd>
        <dt>{words.node}</dt>
        <dd>{about.node}</dd>
      </dl>
      <p className={styles.hint}>{words.offline}</p>
    </Section>
  );
}
