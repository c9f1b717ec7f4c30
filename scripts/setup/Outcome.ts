/** What one set-up step did: a note for the one summary line, or what is wrong and what the person does next. */
export type Outcome =
  | { readonly ok: true; readonly note: string }
  | { readonly ok: false; readonly what: string; readonly next: string; readonly zh: string };
