/** Why a child process gave no answer; a value for one job, never an exception for the batch. */
export type ProcessProblemCode =
  | 'process-timeout'
  | 'process-memory'
  | 'process-crashed'
  | 'process-cancelled'
  | 'process-failed';

export type ProcessProblem = {
  readonly code: ProcessProblemCode;
  /** For people, Chinese. */
  readonly message: string;
  /** For developers: the error text or the tail of stderr. Never shown as such. */
  readonly detail: string;
};

/** What came of one job in a child process. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProcessProblem };

const MESSAGES: Readonly<Record<ProcessProblemCode, string>> = {
  'process-timeout': '处理这个文件用时过长，已停止处理',
  'process-memory': '处理这个文件占用的内存过多，已停止处理',
  'process-crashed': '处理这个文件时程序组件意外退出',
  'process-cancelled': '已取消',
  'process-failed': '无法处理这个文件',
};

/** Builds the refusal with the message that belongs to its code. */
export function processProblem(code: ProcessProblemCode, detail: string): ProcessProblem {
  return { code, message: MESSAGES[code], detail };
}
