import { type RefObject, useLayoutEffect, useState } from 'react';

/** Inner size of an element, CSS px, followed as it changes. @param there whether it is on the screen by now */
export function useRoom(
  element: RefObject<HTMLElement | null>,
  there: boolean,
): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 320, height: 600 });
  useLayoutEffect(() => {
    const box = element.current;
    if (!there || box === null) return;
    const measure = (): void =>
      setRoom((known) =>
        known.width === box.clientWidth && known.height === box.clientHeight
          ? known
          : { width: box.clientWidth, height: box.clientHeight },
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, there]);
  return room;
}
