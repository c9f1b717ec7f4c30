import type { Call } from './schema/call.ts';

/** The same function, worked out once for each call: a call never changes, and windows ask at every run of the checks. */
export function oncePerCall<Made>(make: (call: Call) => Made): (call: Call) => Made {
  const known = new WeakMap<Call, { readonly made: Made }>();
  return (call) => {
    const before = known.get(call);
    if (before !== undefined) return before.made;
    const made = make(call);
    known.set(call, { made });
    return made;
  };
}
