import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS, type Verdict } from "#domain/vocabulary/verdicts.ts";
import styles from "./verdict.module.css";

/** The name of a verdict's colour. */
export function verdictColour(verdict: Verdict): string {
  return `var(--${verdict})`;
}

/** The icon of a verdict. With `title` it says its name itself; without, the word has to stand near. */
export function VerdictIcon({ verdict, title }: { verdict: Verdict; title?: string }) {
  const icon = (
    <svg className={styles.icon} viewBox="0 0 16 16" style={{ color: verdictColour(verdict) }} aria-hidden="true">
      {SHAPES[verdict]}
    </svg>
  );
  return title ? (
    <span role="img" aria-label={title} title={title}>
      {icon}
    </span>
  ) : (
    icon
  );
}

/** A verdict as an icon and its word. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return (
    <span className={styles.badge} style={{ "--v": verdictColour(verdict) } as React.CSSProperties}>
      <VerdictIcon verdict={verdict} />
      {termOf(VERDICTS, verdict).label}
    </span>
  );
}

const ring = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.7" />;

/** One set, told apart by shape alone. */
const SHAPES: Record<Verdict, React.ReactNode> = {
  untriaged: <circle cx="8" cy="8" r="2.2" fill="currentColor" />,
  unverified: (
    <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.7" strokeDasharray="2.2 2.2" />
  ),
  corroborated: (
    <>
      {ring}
      <path d="M8 2.4a5.6 5.6 0 0 0 0 11.2z" fill="currentColor" />
    </>
  ),
  verified: <circle cx="8" cy="8" r="6.4" fill="currentColor" />,
  disputed: (
    <>
      {ring}
      <path d="M4.2 11.8 11.8 4.2" stroke="currentColor" strokeWidth="1.7" />
    </>
  ),
  refuted: <path d="m3.4 3.4 9.2 9.2m0-9.2-9.2 9.2" stroke="currentColor" strokeWidth="2.1" strokeLinecap="round" />,
  unverifiable: (
    <>
      <path
        d="M5 5.6a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
      <circle cx="8" cy="13.2" r="1.2" fill="currentColor" />
    </>
  ),
  withdrawn: (
    <path
      d="M6.2 3.2 3 6.4l3.2 3.2M3.4 6.4h6a3.4 3.4 0 0 1 0 6.8H7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};
