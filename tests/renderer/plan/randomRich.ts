/** A document of any shape the draft's schema allows, the same for the same seed. */
export function randomRich(seed: number): unknown {
  let state = seed * 2654435761;
  const below = (limit: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return Math.abs(state) % limit;
  };
  const pick = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0];
  const times = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make);
  const align = () => pick([null, 'left', 'center', 'right', 'justify']);
  const marks = () => {
    const kinds = ['bold', 'italic', 'underline', pick(['superscript', 'subscript'])];
    return kinds.filter(() => below(4) === 0).map((type) => ({ type }));
  };
  const words = () =>
    pick(['', '建设', '5G 专网', 'a  b', '“引号”——', '𠮷', '\u00a0', '一二三四五六七八九十']);
  const inline = (): unknown => {
    const kind = below(8);
    if (kind === 0) return { type: 'hardBreak' };
    if (kind === 1) return { type: 'fact', attrs: { field: pick(['a.name', 'b.total']) }, marks: marks() };
    return { type: 'text', text: words(), marks: marks() };
  };
  const inlines = () => times(6, inline);
  const blocks = (depth: number) => times(depth === 0 ? 6 : 2, () => block(depth));
  const block = (depth: number): unknown => {
    const kind = below(depth > 2 ? 3 : 7);
    if (kind < 2) return { type: 'paragraph', attrs: { textAlign: align() }, content: inlines() };
    if (kind === 2)
      return { type: 'heading', attrs: { level: 1 + below(3), textAlign: align() }, content: inlines() };
    if (kind === 3)
      return {
        type: 'image',
        attrs: { asset: 'a'.repeat(64), alt: words(), caption: words(), widthPercent: 10 + below(91) },
      };
    if (kind === 4) {
      const row = () => ({
        type: 'tableRow',
        content: times(4, () => ({
          type: pick(['tableCell', 'tableHeader']),
          attrs: { colspan: 1 + below(3), rowspan: 1 + below(2) },
          content: blocks(depth + 1),
        })),
      });
      return { type: 'table', content: times(4, row) };
    }
    return {
      type: pick(['bulletList', 'orderedList']),
      content: times(4, () => ({ type: 'listItem', content: blocks(depth + 1) })),
    };
  };
  return { type: 'doc', content: blocks(0) };
}
