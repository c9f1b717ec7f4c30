/** What a key asks for while one goes through the queue. */
export type ReviewKey =
  | 'confirm'
  | 'back'
  | 'skip'
  | 'undo'
  | 'redo'
  | 'up'
  | 'down'
  | 'turnLeft'
  | 'turnRight';

/** A key held down for longer than was meant: nothing is found right, or taken back, unseen. */
type HeldKey = 'held';

type Stroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat' | 'target'
>;

/**
 * The wish of a stroke; null leaves the key to what has the focus: an input method, an open list, a button. `held` is
 * for nobody: a button or a closed list in focus would take a repeated Enter for a click.
 */
export function keyOfReview(stroke: Stroke): ReviewKey | HeldKey | null {
  if (stroke.repeat && stroke.key === 'Enter' && placeOf(stroke.target) === 'button') return 'held';
  const wish = wishOf(stroke);
  return stroke.repeat && (wish === 'confirm' || wish === 'undo' || wish === 'redo') ? 'held' : wish;
}

function wishOf(stroke: Stroke): ReviewKey | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = stroke;
  if (stroke.isComposing || key === 'Process' || altKey) return null;
  if (ctrlKey || metaKey) {
    if (code === 'KeyZ') return shiftKey ? 'redo' : 'undo';
    if (code === 'KeyY') return 'redo';
    if (code === 'BracketLeft') return 'turnLeft';
    if (code === 'BracketRight') return 'turnRight';
    return key === 'Enter' ? 'confirm' : null;
  }
  if (key === 'PageDown') return 'skip';
  if (key === 'PageUp') return 'back';
  const place = placeOf(stroke.target);
  if (place === 'list' || place === 'pages') return null;
  if (key === 'Enter') return place === 'button' ? null : shiftKey ? 'back' : 'confirm';
  if (place === 'button' || shiftKey) return null;
  if (key === 'ArrowDown') return 'down';
  return key === 'ArrowUp' ? 'up' : null;
}

/** Where the focus is: in an open list, on a button or choice, on the pages (arrows scroll them), or in a field. */
function placeOf(target: EventTarget | null): 'list' | 'button' | 'pages' | 'field' {
  if (typeof Element === 'undefined' || !(target instanceof Element)) return 'field';
  if (target.getAttribute('aria-expanded') === 'true') return 'list';
  if (target.closest('button, [role="radiogroup"], a') !== null) return 'button';
  return target.closest('[data-pages]') === null ? 'field' : 'pages';
}
