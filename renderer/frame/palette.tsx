import { useEffect } from "react";

/** Finds a command, an article, a claim or a source. */
export default function Palette({ onClose }: { onClose: () => void }) {
  useEffect(onClose, [onClose]);
  return null;
}
