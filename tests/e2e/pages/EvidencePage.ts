import type { Locator, Page } from 'playwright';
import { AttachmentsPage } from './AttachmentsPage.ts';

/** What files tell in the window: the sheet after a drop, the queue that confirms it, the columns of a table. */
export class EvidencePage {
  readonly page: Page;
  readonly #board: AttachmentsPage;

  constructor(page: Page) {
    this.page = page;
    this.#board = new AttachmentsPage(page);
  }

  /** Drops files or folders of the disk on the window and waits for the sheet that tells what became of them. */
  async drop(...paths: readonly string[]): Promise<Locator> {
    await this.#board.drop(paths);
    // As long as the reading takes; a test's own time is the limit.
    await this.sheet().waitFor({ timeout: 0 });
    return this.sheet();
  }

  sheet(): Locator {
    return this.#board.sheet();
  }

  /** What the sheet says of what was read. */
  async read(): Promise<string> {
    return (await this.sheet().getByRole('region', { name: '识读结果' }).textContent()) ?? '';
  }

  finishSheet(): Promise<void> {
    return this.#board.finishSheet();
  }

  /** The queue. */
  queue(): Locator {
    return this.page.getByRole('dialog', { name: '核对发票' });
  }

  /** Opens the queue from the banner above the table. */
  async openQueue(): Promise<void> {
    await this.page.getByRole('button', { name: '逐张核对' }).click();
    await this.queue().waitFor();
  }

  /** How many the queue says are left. */
  async left(): Promise<number> {
    const words = (await this.queue().getByRole('status').first().textContent()) ?? '';
    const [, done, all] = /已核对 (\d+) \/ (\d+) 张/.exec(words) ?? [];
    return Number(all ?? 0) - Number(done ?? 0);
  }

  /** One field of the invoice being looked at. */
  field(name: string): Locator {
    return this.queue().locator(`[data-field="${name}"]`);
  }

  /** What stands in a field. */
  value(name: string): Promise<string> {
    return this.field(name).locator('input').first().inputValue();
  }

  /** The field that has the focus. */
  focused(): Promise<string | null> {
    return this.page.evaluate(
      () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null,
    );
  }

  /** The rectangle on the page that shows where the value in focus stands. */
  highlight(): Locator {
    return this.queue().locator('[data-pages] [data-tone="focus"]');
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Columns of a table. */
  mapping(): Locator {
    return this.page.getByRole('dialog', { name: /^核对列：/ });
  }

  /** Says what a column means, by the letter above it. */
  async chooseMeaning(letter: string, meaning: string): Promise<void> {
    await this.mapping()
      .getByRole('combobox', { name: new RegExp(`^${letter} 列`) })
      .click();
    const open = this.mapping().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await open
      .locator('.ant-select-item-option')
      .filter({ hasText: new RegExp(`^${meaning}$`) })
      .click();
    await open.waitFor({ state: 'detached' });
  }
}
