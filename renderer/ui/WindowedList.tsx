import { type Key, type ReactNode, useEffect, useRef, useState } from 'react';

type WindowedListProps<Item> = {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => Key;
  readonly children: (item: Item) => ReactNode;
  /** Height guessed for an item not painted yet, in px. */
  readonly estimate: number;
  readonly className?: string | undefined;
  readonly label?: string;
};

/** So many items are painted or left blank together. */
const BLOCK = 40;
/** Up to here all items are simply painted. */
const PLAIN = 200;

/**
 * A list of any length and of items of any height, in the page's own scrolling: blocks far out of sight are blank
 * room of the height they last had. `children` renders an `<li>`.
 */
export function WindowedList<Item>({
  items,
  keyOf,
  children,
  estimate,
  className,
  label,
}: WindowedListProps<Item>) {
  if (items.length <= PLAIN)
    return (
      <ul className={className} aria-label={label}>
        {items.map((item) => (
          <Keyed key={keyOf(item)}>{children(item)}</Keyed>
        ))}
      </ul>
    );
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, index) =>
    items.slice(index * BLOCK, (index + 1) * BLOCK),
  );
  return (
    <div className={className}>
      {blocks.map((block, index) => (
        <Block
          // Blocks are places in the list, not items: what stands in them may change.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          first={index === 0}
          height={block.length * estimate}
          label={`${label ?? '列表'}，第 ${index * BLOCK + 1} 至 ${index * BLOCK + block.length} 项，共 ${items.length} 项`}
        >
          {() => block.map((item) => <Keyed key={keyOf(item)}>{children(item)}</Keyed>)}
        </Block>
      ))}
    </div>
  );
}

function Keyed({ children }: { readonly children: ReactNode }) {
  return children;
}

type BlockProps = {
  readonly first: boolean;
  readonly height: number;
  readonly label: string;
  readonly children: () => ReactNode;
};

/** Named apart: the DOM library of TypeScript does not know `scrollMargin` yet, which reaches beyond a scrolling box. */
const NEAR = { rootMargin: '1200px', scrollMargin: '1200px' };

function Block({ first, height, label, children }: BlockProps) {
  const element = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(first);
  const known = useRef(height);
  useEffect(() => {
    const block = element.current;
    if (block === null) return;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last === undefined) return;
      if (!last.isIntersecting && last.boundingClientRect.height > 0)
        known.current = last.boundingClientRect.height;
      setNear(last.isIntersecting);
    }, NEAR);
    observer.observe(block);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={element} data-block="" style={near ? undefined : { height: known.current }}>
      {near ? <ul aria-label={label}>{children()}</ul> : null}
    </div>
  );
}
