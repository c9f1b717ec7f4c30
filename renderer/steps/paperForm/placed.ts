/** Printed things with their place as their key: what the call prints never moves, its place is what it is. */
export function placed<Item>(
  items: readonly Item[],
): readonly { readonly place: number; readonly item: Item }[] {
  return items.map((item, place) => ({ place, item }));
}
