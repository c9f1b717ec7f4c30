/**
 * How many times more work eight times as much is: 8 when it is linear, 64 for its square. Best of three, in the time
 * of this thread alone: other work on the machine must not look like growth.
 */
export function growth(work: (count: number) => void, count = 250): number {
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const best = (of: number): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = spent();
        work(of);
        return spent() - start;
      }),
    );
  work(count);
  return best(8 * count) / Math.max(5, best(count));
}
