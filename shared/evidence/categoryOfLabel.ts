import type { Call } from '../calls/schema/call.ts';

/** Id of the call's investment category a list means by its own words; null when none is called so. */
export function categoryOfLabel(call: Pick<Call, 'investment'>, label: string): string | null {
  const told = plain(label);
  const { categories } = call.investment;
  return (
    categories.find((category) => category.id === label.trim() || plain(category.label) === told)?.id ?? null
  );
}

/** `（1）网络 软硬件` and `一、网络软硬件` as `网络软硬件`. */
function plain(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.)])/, '')
    .toLowerCase();
}
