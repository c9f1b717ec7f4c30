import type { Locator, Page } from 'playwright';

/** 对账: the figures side by side, the pairs with their residuals, categories and charts. */
export class ReconciliationPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: '对账', exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: '对账' }).waitFor();
    await this.page.locator('main [data-figure]').first().waitFor();
  }

  /** Words of a figure of the strip: `total`, `invested`, `budget`, `invoices`, `ledger`. */
  figure(id: string): Locator {
    return this.page.locator(`main [data-figure="${id}"]`);
  }

  /** A pair: `total-budget`, `invested-evidence`, `invested-total`, `rd-carried`, `progress-share`. */
  pair(id: string): Locator {
    return this.page.locator(`main [data-pair="${id}"]`);
  }

  category(id: string): Locator {
    return this.page.locator(`main [data-category="${id}"]`);
  }

  /** Names of the charts, as a screen reader tells them. */
  charts(): Locator {
    return this.page.locator('main figure');
  }

  chart(name: string): Locator {
    return this.page.getByRole('figure', { name });
  }
}
