/** What somebody types in an input before it is shown as the draft writes it. */
export type TypedText<Value> = {
  readonly text: string;
  /** What the draft has for it: what the text reads as, or the value before when it cannot be read. */
  readonly value: Value | null;
  /** Why the text cannot be read; null when it can. */
  readonly problem: string | null;
};

/** What was typed, as long as the draft has its value; null once that was changed from elsewhere (undo, a reading). */
export function stillTyped<Value extends string | number>(
  typed: TypedText<Value> | null,
  value: Value | null,
): TypedText<Value> | null {
  return typed !== null && Object.is(typed.value, value) ? typed : null;
}
