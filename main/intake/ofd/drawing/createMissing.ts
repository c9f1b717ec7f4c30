/** What of an OFD could not be drawn, for a person. */
export type Missing = {
  /** @param page from 1; @param thing with its measure word: `['张', 'JBIG2 图片']` */
  readonly note: (page: number, thing: readonly [measure: string, name: string]) => void;
  /** `第 1 页的一张 JBIG2 图片`, `第 2 页的 3 个生僻字`, in the order of the pages. */
  readonly words: () => readonly string[];
};

export function createMissing(): Missing {
  const counts = new Map<
    string,
    { readonly page: number; readonly measure: string; readonly name: string; count: number }
  >();
  return {
    note: (page, [measure, name]) => {
      const key = `${page} ${measure}${name}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { page, measure, name, count: 1 });
      else known.count += 1;
    },
    words: () =>
      [...counts.values()]
        .sort((a, b) => a.page - b.page)
        .map(({ page, measure, name, count }) => {
          if (measure === '') return `第 ${page} 页的${name}`;
          return `第 ${page} 页的${count === 1 ? '一' : ` ${count} `}${measure}${/^[\w]/.test(name) ? ' ' : ''}${name}`;
        }),
  };
}
