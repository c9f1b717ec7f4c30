import type { Locator, Page } from 'playwright';

/** 联合体: what the direction wants, and a card for each unit. */
export class ConsortiumPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: /联合体/ })
      .first()
      .click();
    await this.page.getByRole('heading', { level: 1, name: /联合体/ }).waitFor();
  }

  /** Cards, or one by the unit's name. */
  cards(name?: string): Locator {
    const all = this.page.locator('[data-lead]');
    return name === undefined
      ? all
      : all.filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  /** How far a role the direction wants is met. */
  async roleState(role: string): Promise<string | null> {
    return this.page.locator(`[data-role="${role}"]`).getAttribute('data-state');
  }

  async chooseRole(name: string, role: string): Promise<void> {
    await this.cards(name).getByRole('combobox', { name: '成员类型' }).click();
    await this.page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: role })
      .first()
      .click();
    await this.page.keyboard.press('Escape');
  }
}
