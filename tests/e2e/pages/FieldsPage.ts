import type { Locator, Page } from 'playwright';

/** Any section whose fields are shown as a list: fields by their id in the call. */
export class FieldsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes to a section by its title in the list at the left. */
  async goTo(title: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: title }).first().click();
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** What stands around a field: label, control, hint, verdict. */
  field(id: string): Locator {
    return this.page.locator(`main [data-at="${id}"]`);
  }

  input(id: string): Locator {
    return this.field(id).locator('input, textarea').first();
  }

  /** Types over what stands there, key by key, and leaves the field. */
  async type(id: string, text: string): Promise<void> {
    await this.input(id).fill('');
    await this.input(id).pressSequentially(text);
    await this.leave(id);
  }

  async leave(id: string): Promise<void> {
    await this.input(id).blur();
  }

  /** Words of the verdict under a field: what could not be read, and findings. */
  verdict(id: string): Locator {
    return this.field(id).locator('[data-tone]');
  }

  async answer(id: string, word: '是' | '否'): Promise<void> {
    await this.field(id).getByRole('radio', { name: word, exact: true }).check();
  }

  /** Waits until the disk has everything. */
  async saved(): Promise<void> {
    await this.page
      .getByText(/已保存 \d{2}:\d{2}/)
      .first()
      .waitFor();
  }
}
