import { EmptyState } from "../../ui/states.tsx";

export default function StartView() {
  return <EmptyState title="Start" />;
}
