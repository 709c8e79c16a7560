/** An event whose usual outcome a listener can prevent. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An event with what is said of it, as Electron's navigation events have it. */
export function preventable<Details extends object>(details: Details): PreventableEvent & Details {
  return Object.assign(new PreventableEvent(), details);
}
