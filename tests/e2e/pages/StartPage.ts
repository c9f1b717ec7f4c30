import type { Locator, Page } from 'playwright';

/** The first page of the program. */
export class StartPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async shown(): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: '成册' }).waitFor();
  }

  newDraft(): Locator {
    return this.page.getByRole('button', { name: '新建申报' });
  }

  open(): Locator {
    return this.page.getByRole('button', { name: '打开', exact: false }).first();
  }

  /** Drafts opened before, newest first. */
  recents(): Locator {
    return this.page.getByRole('region', { name: '最近草稿' }).getByRole('listitem');
  }

  samples(): Locator {
    return this.page.getByRole('region', { name: '先看看示例' }).getByRole('button');
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }
}
