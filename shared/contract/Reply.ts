/** What went wrong in words for a person; `code` is for programs and tests. */
export type ReplyProblem = { readonly code: string; readonly message: string };

/** What comes back over a channel: the value, or why there is none. Errors never cross as exceptions. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ReplyProblem };
