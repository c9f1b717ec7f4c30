/**
 * What a command answers. 0 done and fine; 1 done and not fine (findings of level error, a file that
 * could not be read); 2 wrong usage or an input that is no draft; 3 exported, but only as 草稿.
 */
export interface Reply {
  readonly exitCode: 0 | 1 | 2 | 3;
  /** The one document printed on stdout with --json. */
  readonly json: unknown;
  /** Lines for people, in Chinese, on stderr. */
  readonly say: readonly string[];
}

/** The answer to a user's mistake: what happened, what stayed safe, what to do; never a stack trace. */
export function refusal(code: string, message: string, details: readonly unknown[] = []): Reply {
  return {
    exitCode: 2,
    json: { ok: false, problem: { code, message, ...(details.length > 0 ? { details } : {}) } },
    say: [message],
  };
}

/** Takes what a command answers; called once. */
export type Answer = (reply: Reply) => void;
