import { useEffect, useEffectEvent } from "react";
import { typesInto } from "../../keys.ts";

/** What a clipboard held: its words, and its markup where it was rich text. */
export interface Pasted {
  text: string;
  html: string | null;
}

/** Gives `take` what is pasted where no field and no dialog has the focus. */
export function usePasted(take: (pasted: Pasted) => void): void {
  const pasted = useEffectEvent(take);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || typesInto(event.target) || text.trim() === "") return;
      event.preventDefault();
      pasted({ text, html: event.clipboardData?.getData("text/html") || null });
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, []);
}
