import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { dismiss, type Toast, useToasts } from "../toasts.ts";
import { Button, IconButton } from "./button.tsx";
import styles from "./toast-region.module.css";

const STAYS = 6_000;

/** Where the page says what happened. */
export function ToastRegion() {
  const toasts = useToasts();
  return (
    <section className={styles.region} aria-label="What happened" aria-live="polite">
      {toasts.map((toast) => (
        <Notice key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Notice({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // A failure stays until it has been read.
    if (held || toast.tone === "failed") return;
    const timer = setTimeout(() => dismiss(toast.id), STAYS);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const { action } = toast;
  return (
    <div
      className={`${styles.toast} ${styles[toast.tone]}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <p>{toast.sentence}</p>
      {action ? (
        <Button
          look="plain"
          onPress={() => {
            dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label="Dismiss" onPress={() => dismiss(toast.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
