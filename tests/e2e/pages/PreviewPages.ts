import type { Locator, Page } from 'playwright';

/** The pages of the preview, beside the work or large. */
export class PreviewPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens it beside the work and waits for the first pages to be drawn. */
  async openBeside(): Promise<void> {
    await this.page.getByRole('tab', { name: '预览' }).click();
    await this.drawn();
  }

  async drawn(): Promise<void> {
    await this.list.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 });
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: '预览页面' });
  }

  /** One page by its place in the bundle, from 0, when it is in view. */
  sheet(index: number): Locator {
    return this.list.locator(`[data-page="${index}"]`);
  }

  /** The pages in view, by their place in the bundle. */
  async inView(): Promise<number[]> {
    return this.list
      .locator('[data-page]')
      .evaluateAll((sheets) => sheets.map((sheet) => Number(sheet.getAttribute('data-page'))));
  }

  get pageBox(): Locator {
    return this.page.getByRole('textbox', { name: '页码' });
  }

  /** Goes to a page by the number printed on it. */
  async goToPrinted(number: number): Promise<void> {
    await this.pageBox.fill(String(number));
    await this.pageBox.press('Enter');
    await this.sheetOf(number).waitFor();
  }

  /** What leads from the page that bears a printed number to where it is filled in. */
  sheetOf(printed: number): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^第 ${printed} 页`) });
  }

  /** All of the page that bears a printed number: its picture, stamp and number. */
  contentOf(printed: number): Locator {
    return this.list.getByRole('listitem').filter({ has: this.sheetOf(printed) });
  }

  /** Waits until words stand on one of the pages in view. */
  async reads(words: string): Promise<void> {
    await this.list.getByText(words).first().waitFor({ state: 'attached', timeout: 60_000 });
  }

  /** How far the list is scrolled, CSS px. */
  async scrolled(): Promise<number> {
    return this.list.evaluate((list) => list.parentElement?.scrollTop ?? -1);
  }
}
