import type { Locator, Page } from 'playwright';

/** 申报方向: the cards to choose from, the chosen one, and whether one may apply. */
export class DirectionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  card(label: string): Locator {
    return this.page.locator('main li').filter({ has: this.page.getByRole('heading', { name: label }) });
  }

  async choose(label: string): Promise<void> {
    await this.page.getByRole('button', { name: `选这个方向：${label}` }).click();
  }

  async change(): Promise<void> {
    await this.page.getByRole('button', { name: '更换', exact: true }).click();
  }

  scenario(label: string): Locator {
    return this.page.getByRole('checkbox', { name: label });
  }

  /** The panel 你可以申报吗. */
  get eligibility(): Locator {
    return this.page.getByRole('region', { name: '你可以申报吗' });
  }

  /** One condition of the panel by the key of its finding. */
  condition(key: string): Locator {
    return this.eligibility.locator(`[data-condition="${key}"]`);
  }
}
