import type { Locator, Page } from 'playwright';

/** The window around every page of an open draft. */
export class Workspace {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async shown(): Promise<void> {
    await this.list().waitFor({ timeout: 60_000 });
    // The counts stand there once the checks have run.
    await this.page.getByTitle('在检查页查看错误').waitFor();
  }

  list(): Locator {
    return this.page.getByRole('navigation', { name: '申报各部分' });
  }

  /** Goes to a page by its title in the list at the left. */
  async goTo(title: string): Promise<void> {
    await this.list().getByRole('button').filter({ hasText: title }).first().click();
    await this.heading(title).waitFor();
  }

  heading(title: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: title });
  }

  head(): Locator {
    return this.page.getByRole('banner').first();
  }

  /** Waits until the head says that the disk has everything. */
  async saved(): Promise<void> {
    await this.head()
      .getByText(/^已保存/)
      .waitFor();
  }

  /** The control of a field by its id in the call. */
  input(field: string): Locator {
    return this.page.locator(`main [data-at="${field}"]`).locator('input, textarea').first();
  }

  palette(): Locator {
    return this.page.getByRole('combobox', { name: '查找' });
  }

  /** Opens the palette by keyboard, types, and takes what is found first. */
  async find(typed: string): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.palette().waitFor();
    await this.page.keyboard.type(typed);
    await this.page.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.palette().waitFor({ state: 'detached' });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  side(): Locator {
    return this.page.getByRole('complementary', { name: '侧栏' });
  }

  /** The element that has the focus: its tag, its words, and the place it belongs to. */
  focused(): Promise<{ readonly tag: string; readonly text: string; readonly at: string | null }> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      return {
        tag: element?.tagName ?? '',
        text: element?.textContent ?? '',
        at: element?.closest('[data-at]')?.getAttribute('data-at') ?? null,
      };
    });
  }
}
