import type { Page } from 'playwright';

/** Where the focus is, as somebody without a mouse needs to know it. */
export type Stop = {
  readonly tag: string;
  /** Accessible name as far as it stands in the page: label, aria-label or words. */
  readonly name: string;
  /** Deepest `data-at` around it. */
  readonly at: string | null;
  /** `list`, `work`, `side` … */
  readonly region: string | null;
  readonly inGrid: boolean;
};

/** The window without a mouse: keys only. Remembers every stop at which the focus was lost or could not be seen. */
export class Keyboard {
  readonly page: Page;
  readonly troubles: string[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts the focus where a command of the palette leads. */
  async find(words: string): Promise<void> {
    await this.press('Control+K');
    await this.page.getByRole('combobox', { name: '查找' }).waitFor();
    await this.type(words);
    await this.page.getByRole('option').first().waitFor();
    await this.press('Enter');
    await this.page.getByRole('combobox', { name: '查找' }).waitFor({ state: 'detached' });
  }

  /** Waits until the focus is inside the place a path names. */
  async arrived(at: string): Promise<void> {
    await this.page.waitForFunction(
      (path) => document.activeElement?.closest(`[data-at="${path}"]`) != null,
      at,
    );
  }

  async where(): Promise<Stop> {
    return this.page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const labelled = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
      const words = [
        element.getAttribute('aria-label'),
        ...labelled.map((id) => document.getElementById(id)?.textContent),
        ...labels.map((label) => label.textContent),
        element === document.body ? '' : element.textContent,
        element.getAttribute('placeholder'),
      ];
      return {
        tag: element.tagName,
        name: (words.find((one) => one != null && one.trim() !== '') ?? '').replace(/\s+/g, ' ').trim(),
        at: element.closest('[data-at]')?.getAttribute('data-at') ?? null,
        region: element.closest('[data-region]')?.getAttribute('data-region') ?? null,
        inGrid: element.closest('.ag-root-wrapper') !== null,
      };
    });
  }

  /** One step of the Tab key; notes it when the focus is nowhere, or could not be told from one that is not there. */
  async tab(key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
    const before = await this.where();
    const seen = await this.#looks('focused');
    await this.press(key);
    await this.page.waitForTimeout(40);
    const after = await this.where();
    // Frames fade in and out: what seems the same is looked at once more, at rest.
    const same = (await this.#looks('left')) === seen && (await this.#sameAtRest(key));
    // A heading that took the focus on arrival is read out, not framed; cells of a grid share one input.
    const isControl = !/^(BODY|H1|H2|MAIN)$/.test(before.tag) && !(before.inGrid && after.inGrid);
    if (same && isControl) this.troubles.push(`focus cannot be seen on ${before.tag} “${before.name}”`);
    return after;
  }

  /** Goes on with Tab until a control bears these words. */
  async tabTo(name: string | RegExp, most = 120): Promise<Stop> {
    const passed: string[] = [];
    for (let step = 0; step < most; step += 1) {
      const stop = await this.tab();
      passed.push(stop.name.slice(0, 20));
      if (typeof name === 'string' ? stop.name.includes(name) : name.test(stop.name)) return stop;
      if (stop.inGrid && passed.length > 8) await this.press('Escape');
    }
    throw new Error(`${most} tabs and no ${String(name)}: ${passed.join(' | ')}`);
  }

  /** Notes it when the focus fell back to the page as a whole. */
  async keepsFocus(after: string): Promise<void> {
    // What comes next may have to be fetched first.
    for (let waited = 0; waited < 2000; waited += 100) {
      await this.page.waitForTimeout(100);
      if ((await this.where()).tag !== 'BODY') return;
    }
    this.troubles.push(`focus is lost after ${after}`);
  }

  async #sameAtRest(key: 'Tab' | 'Shift+Tab'): Promise<boolean> {
    await this.press(key === 'Tab' ? 'Shift+Tab' : 'Tab');
    await this.page.waitForTimeout(400);
    const focused = await this.#looks('focused');
    await this.press(key);
    await this.page.waitForTimeout(400);
    return (await this.#looks('left')) === focused;
  }

  /** How the control that has (or just had) the focus looks, with what stands close around it. */
  #looks(which: 'focused' | 'left'): Promise<string> {
    return this.page.evaluate((asked) => {
      const kept = Reflect.get(globalThis, 'lastFocused') as Element | undefined;
      const element = asked === 'focused' ? document.activeElement : kept;
      if (asked === 'focused') Reflect.set(globalThis, 'lastFocused', document.activeElement);
      if (element == null) return '';
      const around = [element, ...(element.parentElement?.children ?? [])];
      for (
        let outer = element.parentElement;
        outer !== null && around.length < 12;
        outer = outer.parentElement
      )
        if (outer !== document.body) around.push(outer);
      return around
        .map((one) => getComputedStyle(one))
        .map((style) => `${style.outline} ${style.boxShadow} ${style.borderColor} ${style.backgroundColor}`)
        .join('\n');
    }, which);
  }
}
