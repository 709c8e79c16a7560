import { EmptyState } from "../../ui/states.tsx";

export default function LibraryView() {
  return <EmptyState title="Library" />;
}
