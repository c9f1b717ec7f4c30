/** A seeded generator of numbers in [0, 1) (mulberry32): the same seed gives the same test every time. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `length` bytes that look random and are the same for the same seed. */
export function randomBytes(length: number, seed: number): Buffer {
  const random = randomFrom(seed);
  const bytes = Buffer.alloc(length);
  const words = Math.floor(length / 4);
  for (let word = 0; word < words; word += 1)
    bytes.writeUInt32LE(Math.floor(random() * 4_294_967_296), word * 4);
  for (let index = words * 4; index < length; index += 1) bytes[index] = Math.floor(random() * 256);
  return bytes;
}
