import { EmptyState } from "../../ui/states.tsx";

export default function ClaimsView() {
  return <EmptyState title="Claims" />;
}
