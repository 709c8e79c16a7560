import { EmptyState } from "../../ui/states.tsx";

export default function SourcesView() {
  return <EmptyState title="Sources" />;
}
