/** Progress on one line of a terminal, rewritten in place; silent where stderr is a file or a pipe. */
export function showLine(): { readonly show: (text: string) => void; readonly end: () => void } {
  const live = process.stderr.isTTY === true;
  let shown = false;
  return {
    show: (text) => {
      if (!live) return;
      process.stderr.write(`\r\u001b[K${text}`);
      shown = true;
    },
    end: () => {
      if (shown) process.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** `正在读取附件 12/120`. */
export function showCount(what: string): {
  readonly show: (done: number, total: number) => void;
  readonly end: () => void;
} {
  const line = showLine();
  return { show: (done, total) => line.show(`${what} ${done}/${total}`), end: line.end };
}
