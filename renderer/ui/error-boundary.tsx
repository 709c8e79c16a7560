import { Component, type ReactNode } from "react";
import { ErrorNotice } from "./states.tsx";

/** Keeps a defect of one view from taking the whole screen with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown; failed: boolean }> {
  override state = { error: null as unknown, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <ErrorNotice error={this.state.error} retry={() => this.setState({ error: null, failed: false })} />;
  }
}
