import { useState } from "react";
import { useLayout } from "../../preferences.ts";
import { useNarrow } from "../../use-narrow.ts";

interface FacetsShown {
  shown: boolean;
  show: (shown: boolean) => void;
  /** Whether there is room for one pane beside the table only. */
  isNarrow: boolean;
}

/**
 * Whether the facets stand beside the table, and the way to change that. It is remembered; in a narrow window they are folded
 * away until they are asked for, and then take the place of the inspector.
 */
export function useFacetsShown(): FacetsShown {
  const [remembered, remember] = useLayout<boolean>("library.facets", true);
  const [isUnfolded, setUnfolded] = useState(false);
  const isNarrow = useNarrow();
  return isNarrow
    ? { shown: isUnfolded, show: setUnfolded, isNarrow }
    : { shown: remembered, show: remember, isNarrow };
}
