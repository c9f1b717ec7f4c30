import type { Locator, Page } from 'playwright';

/** The form as paper, filled in place; fields by their id in the call. */
export class PaperPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async show(view: '表单' | '纸样'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: '填写方式' }).getByText(view, { exact: true }).click();
  }

  get sheet(): Locator {
    return this.page.locator('main table').first();
  }

  /** The cell's input of a field; fields above and below the table count too. */
  input(id: string): Locator {
    return this.page.locator(`main [data-at="${id}"] :is(input, textarea)`).first();
  }

  /** The strip that explains the cell being filled. */
  get help(): Locator {
    return this.page.getByRole('complementary', { name: '当前这一格的说明' });
  }
}
