import type { Locator, Page } from 'playwright';

/** 量化指标与预期目标: targets by their id in the call, own indicators by their number. */
export class IndicatorsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  target(id: string): Locator {
    return this.page.locator(`main [data-at="targets.${id}"]`);
  }

  async reach(id: string, text: string): Promise<void> {
    await this.target(id).getByRole('textbox').fill(text);
  }

  name(number: number): Locator {
    return this.page.getByRole('textbox', { name: `第 ${number} 项指标的名称` });
  }

  value(number: number): Locator {
    return this.page.getByRole('textbox', { name: `第 ${number} 项指标的指标值` });
  }

  async add(): Promise<void> {
    await this.page.getByRole('button', { name: '加一项指标' }).click();
  }
}
