import { z } from 'zod';

const Bounds = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
/** A rectangle of the screen in device-independent pixels. */
export type Bounds = z.infer<typeof Bounds>;

/** How the window stood when it was last closed. */
export const WindowState = z.strictObject({
  /** Not maximised; null before the first closing. */
  bounds: Bounds.nullable().default(null),
  maximised: z.boolean().default(false),
  /** 1 is 100 %. */
  zoom: z.number().min(0.5).max(3).default(1),
});
export type WindowState = z.infer<typeof WindowState>;

/** The smallest screen the product is made for. */
const USUAL = { width: 1366, height: 768 } as const;
/** So much of the window's top edge has to be on a screen that it can be taken hold of. */
const GRIP = { width: 160, height: 32 } as const;

/**
 * Where the window opens: where it stood, when it can be reached there on one of the screens, else in the middle of
 * the first. Never larger than the screen it is on. @param areas work areas of the screens, the first one's first
 */
export function placeWindow(saved: Bounds | null, areas: readonly Bounds[]): Bounds {
  const [first = { x: 0, y: 0, ...USUAL }] = areas;
  if (saved === null) return inTheMiddle(USUAL, first);
  const area = areas.find((one) => canBeHeld(saved, one));
  if (area === undefined) return inTheMiddle(saved, first);
  const width = Math.min(saved.width, area.width);
  const height = Math.min(saved.height, area.height);
  return { x: saved.x, y: saved.y, width, height };
}

function inTheMiddle(size: { readonly width: number; readonly height: number }, area: Bounds): Bounds {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { x, y, width, height };
}

function canBeHeld(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isTopInside = window.y >= area.y - 1 && window.y + GRIP.height <= area.y + area.height;
  return across >= Math.min(GRIP.width, window.width) && isTopInside;
}

/** Steps of the zoom; 1 is 100 %. */
const ZOOMS = [0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The next step of zoom in a direction; the last one stays. */
export function nextZoom(zoom: number, direction: 'in' | 'out'): number {
  const small = 0.001;
  const next =
    direction === 'in'
      ? ZOOMS.find((one) => one > zoom + small)
      : ZOOMS.findLast((one) => one < zoom - small);
  return next ?? zoom;
}
