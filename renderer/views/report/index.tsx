import { EmptyState } from "../../ui/states.tsx";

export default function ReportView() {
  return <EmptyState title="Report" />;
}
