/** F6: the focus goes from list to work to side panel to status bar and round again. */
export function focusNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null || region.getClientRects().length > 0,
  );
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + 1) % regions.length];
  if (next === undefined) return;
  const control = next.querySelector<HTMLElement>(
    '[aria-current=page], [aria-selected=true], h1[tabindex], button:not(:disabled), input:not(:disabled), [tabindex="0"]',
  );
  (control ?? next).focus();
}
