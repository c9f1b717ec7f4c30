import type { CDPSession, ElectronApplication, Locator, Page } from 'playwright';
import { readClipboard } from '../readClipboard.ts';

/** A page with a table in it: budget, invoices, a ledger. */
export class GridPage {
  readonly page: Page;
  readonly #app: () => ElectronApplication;
  #session: CDPSession | null = null;

  constructor(page: Page, app: () => ElectronApplication) {
    this.page = page;
    this.#app = app;
  }

  /** Goes to a section by its title. */
  async open(section: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(section) })
      .first()
      .click();
    await this.page.getByRole('heading', { level: 1, name: new RegExp(section) }).waitFor();
  }

  cell(row: string, column: string): Locator {
    return this.page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`);
  }

  /** What a cell says, without the checks' mark. */
  async text(row: string, column: string): Promise<string> {
    const texts = await this.cell(row, column)
      .locator('[class*=face]')
      .first()
      .evaluate((face) => face.lastChild?.textContent);
    return texts ?? '';
  }

  /** Scrolls sideways until a column is there: columns out of sight are not in the page. */
  async reach(column: string): Promise<void> {
    await this.page.evaluate(async (id) => {
      const bar = document.querySelector('.ag-body-horizontal-scroll-viewport');
      const there = () => document.querySelector(`.ag-row [col-id="${id}"]`) !== null;
      for (let left = 0; bar !== null && !there() && left < bar.scrollWidth; left += 300) {
        bar.scrollLeft = left;
        await new Promise((done) => setTimeout(done, 80));
      }
    }, column);
  }

  async focus(row: string, column: string): Promise<void> {
    await this.reach(column);
    await this.cell(row, column).click();
    await this.page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"] input:focus`).waitFor();
  }

  /** Row and column of the cell that has the focus. */
  focused(): Promise<readonly [string, string] | null> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest('.ag-cell');
      if (cell === null || cell === undefined) return null;
      return [
        cell.closest('.ag-row')?.getAttribute('row-id') ?? '',
        cell.getAttribute('col-id') ?? '',
      ] as const;
    });
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Composes as an input method does: each step replaces the one before, then the words chosen come. */
  async compose(steps: readonly string[], chosen: string): Promise<void> {
    this.#session ??= await this.page.context().newCDPSession(this.page);
    for (const text of steps) {
      await this.#session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await this.#session.send('Input.insertText', { text: chosen });
  }

  /** Puts words on the system's clipboard, as another program does, and pastes them with the keys. */
  async paste(text: string): Promise<void> {
    await this.#app().evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
    await this.press('ControlOrMeta+V');
  }

  /** What is on the system's clipboard. */
  copied(): Promise<{ readonly text: string; readonly html: string }> {
    return readClipboard(this.#app());
  }

  async select(...rows: readonly string[]): Promise<void> {
    for (const row of rows) await this.page.locator(`.ag-row[row-id="${row}"] .ag-checkbox-input`).check();
  }

  /** A sum below the table: 全部, 筛选出, 已选. */
  async sum(name: string): Promise<string> {
    return ((await this.page.locator(`[data-sum="${name}"] dd`).textContent()) ?? '').replace(/\s+/g, ' ');
  }

  async filter(name: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: '筛选' }).getByText(new RegExp(name)).click();
  }

  /** Ids of the rows on the screen, from top to bottom. */
  rows(): Promise<readonly string[]> {
    return this.page
      .locator('.ag-row')
      .evaluateAll((rows) =>
        rows
          .toSorted((a, b) => Number(a.getAttribute('row-index')) - Number(b.getAttribute('row-index')))
          .map((row) => row.getAttribute('row-id') ?? ''),
      );
  }

  /** Waits until the window says that the disk has everything. */
  async saved(): Promise<void> {
    await this.page.waitForTimeout(500);
    await this.page
      .getByText(/已保存 \d/)
      .first()
      .waitFor();
  }
}
