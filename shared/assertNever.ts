/** Ends a switch over a closed set: a kind nobody handled is a compile error here and a loud bug at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled kind: ${JSON.stringify(value)}`);
}
