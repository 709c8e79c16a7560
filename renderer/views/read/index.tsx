import { EmptyState } from "../../ui/states.tsx";

export default function ReadView() {
  return <EmptyState title="Read" />;
}
