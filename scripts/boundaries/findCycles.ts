/**
 * Circles in an import graph: for each strongly connected group of files, one circle as a path that ends
 * where it began. Tarjan's algorithm.
 * @param graph file -> files it imports
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: string[][] = [];

  const visit = (node: string): void => {
    const own = index.size;
    index.set(node, own);
    low.set(node, own);
    stack.push(node);
    onStack.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) {
        visit(next);
        low.set(node, Math.min(low.get(node) ?? own, low.get(next) ?? own));
      } else if (onStack.has(next)) {
        low.set(node, Math.min(low.get(node) ?? own, index.get(next) ?? own));
      }
    }
    if (low.get(node) === own) {
      const group = stack.splice(stack.indexOf(node));
      for (const member of group) onStack.delete(member);
      if (group.length > 1 || (graph.get(node) ?? []).includes(node)) groups.push(group);
    }
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return groups.map((group) => circleIn(graph, group));
}

/** A shortest way round inside a strongly connected group, from its first file back to it. */
function circleIn(
  graph: ReadonlyMap<string, readonly string[]>,
  group: readonly string[],
): readonly string[] {
  const start = [...group].sort()[0] ?? '';
  const members = new Set(group);
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (!members.has(next) || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [start];
}
