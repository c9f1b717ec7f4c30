/** What the page is told to throw at one channel. */
export type FuzzOrder = {
  readonly channel: string;
  /** An input that is right, to be changed a little at a time; JSON. */
  readonly valid: unknown;
  readonly count: number;
  readonly seed: number;
};

/** How often each answer came: `ok`, `problem CODE`, `thrown`, `no reply` (neither ok nor a problem), `silent` (none in time). */
export type FuzzTally = Readonly<Record<string, number>>;

/**
 * Runs in the page: throws malformed and half-right inputs at one channel and tells what came back. Everything it
 * needs stands inside, since only its text goes to the page.
 */
export async function fuzzPage({ channel, valid, count, seed }: FuzzOrder): Promise<FuzzTally> {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;

  const strings = [
    '',
    ' ',
    '\u0000',
    '../../../../etc/passwd',
    'C:\\Windows\\win.ini',
    "'; DROP TABLE answers; --",
    '<img src=x onerror=alert(1)>',
    '\ud800',
    '一'.repeat(5000),
    '__proto__',
    'constructor',
    'file:///etc/passwd',
    '💥'.repeat(50),
  ];
  const prototypeKeys = (): unknown =>
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
  const deep = (levels: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
    return value;
  };
  const strange = (): unknown =>
    pick<() => unknown>([
      () => null,
      () => undefined,
      () => Number.NaN,
      () => Number.POSITIVE_INFINITY,
      () => -0,
      () => 2 ** 53,
      () => 10n ** 30n,
      () => true,
      () => pick(strings),
      () => new Date(),
      () => new Map([['a', 1]]),
      () => new Set([1]),
      () => /x/g,
      () => new Uint8Array(below(2000)),
      () => new ArrayBuffer(8),
      () => new Error('x'),
      () => [],
      () => Array.from({ length: below(50) }, () => pick(strings)),
      () => ({}),
      prototypeKeys,
      () => deep(below(300)),
      () => () => 1,
      () => Symbol('x'),
    ])();
  const json = (depth: number): unknown => {
    if (depth === 0 || random() < 0.3) return strange();
    if (random() < 0.5) return Array.from({ length: below(6) }, () => json(depth - 1));
    return Object.fromEntries(
      Array.from({ length: below(6) }, () => [
        random() < 0.2 ? pick(strings) : `key${below(5)}`,
        json(depth - 1),
      ]),
    );
  };
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  /** The value with one place in it changed: something taken out, put in, or made strange. */
  const mutate = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      if (value.length === 0 || random() < 0.2) return pick<unknown>([[strange()], [...value, strange()]]);
      const at = below(value.length);
      if (random() < 0.15) return Array.from({ length: 200 }, () => value[at]);
      return value.map((one, index) => (index === at ? mutate(one) : one));
    }
    if (!isObject(value)) return strange();
    const keys = Object.keys(value);
    const key = keys[below(keys.length)];
    if (key === undefined || random() < 0.15) return { ...value, [pick(strings)]: strange() };
    if (random() < 0.2) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    return { ...value, [key]: mutate(value[key]) };
  };
  const input = (): unknown => {
    const lot = random();
    if (lot < 0.02) return { ...(isObject(valid) ? valid : {}), huge: 'x'.repeat(3_000_000) };
    if (lot < 0.3) return json(4);
    if (lot < 0.4) return strange();
    let value = mutate(valid);
    while (random() < 0.4) value = mutate(value);
    return value;
  };

  type Answer = { readonly ok?: unknown; readonly problem?: { readonly code?: unknown } };
  type Bridge = {
    readonly invoke: (name: string, value: unknown) => Promise<Answer>;
    readonly addFiles: (session: unknown, kind: unknown, files: unknown) => Promise<Answer>;
  };
  const bridge = Reflect.get(globalThis, 'chengce') as Bridge;
  const send = async (): Promise<Answer> =>
    channel === 'attachments:add'
      ? bridge.addFiles(json(1), json(1), random() < 0.5 ? [strange()] : json(2))
      : bridge.invoke(channel, input());
  const late = (): Promise<'silent'> => new Promise((resolve) => setTimeout(() => resolve('silent'), 20_000));
  const once = async (): Promise<string> => {
    try {
      const answer = await Promise.race([send(), late()]);
      if (answer === 'silent') return 'silent';
      if (answer.ok === true) return 'ok';
      return answer.ok === false && typeof answer.problem?.code === 'string'
        ? `problem ${answer.problem.code}`
        : 'no reply';
    } catch {
      return 'thrown';
    }
  };
  const tally: Record<string, number> = {};
  for (let done = 0; done < count; done += 20)
    for (const came of await Promise.all(Array.from({ length: 20 }, once)))
      tally[came] = (tally[came] ?? 0) + 1;
  return tally;
}
