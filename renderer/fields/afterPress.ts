let pressed = false;
const waiting: (() => void)[] = [];

function release(): void {
  pressed = false;
  // After the click this press becomes: what moves the page before it makes the click miss.
  setTimeout(() => {
    for (const action of waiting.splice(0)) action();
  }, 0);
}

addEventListener(
  'pointerdown',
  () => {
    pressed = true;
  },
  true,
);
addEventListener('pointerup', release, true);
addEventListener('pointercancel', release, true);
addEventListener('dragend', release, true);
addEventListener('blur', release);

/** Does something at once, or, while a mouse button or finger is down, when it was let go and has clicked. */
export function afterPress(action: () => void): void {
  if (pressed) waiting.push(action);
  else action();
}
