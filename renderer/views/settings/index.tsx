import { EmptyState } from "../../ui/states.tsx";

export default function SettingsView() {
  return <EmptyState title="Settings" />;
}
