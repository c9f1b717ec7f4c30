import type { Locator, Page } from 'playwright';

/** Where the focus is after a jump, as a user sees it. */
export type Landing = {
  /** `data-at` of the place that holds the focus; null when no place does. */
  readonly at: string | null;
  readonly visible: boolean;
  readonly tag: string;
};

/** 检查: the list of findings, its filters, and what each finding lets one do. */
export class ChecksPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: /^检查/ }).click();
    await this.page.getByRole('heading', { level: 1, name: '检查' }).waitFor();
    await this.page.locator('main [data-show="open"]').waitFor();
  }

  /** Shows only one kind of result: `error`, `warning`, `unknown`, `setAside`, `met`, `open`. */
  async show(kind: string): Promise<void> {
    await this.page.locator(`main [data-show="${kind}"]`).click();
  }

  /** The number beside a kind of result. */
  async countOf(kind: string): Promise<number> {
    return Number(await this.page.locator(`main [data-show="${kind}"] b`).textContent());
  }

  async find(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '在检查结果中查找' }).fill(text);
  }

  async choose(section: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '版块' }).click();
    await this.page.locator('.ant-select-item-option', { hasText: section }).click();
  }

  /** Keys of the findings in the list, in its order. */
  keys(): Promise<readonly string[]> {
    return this.page
      .locator('main [data-finding]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-finding') ?? ''));
  }

  /** Heads of many findings of one rule. */
  folds(): Locator {
    return this.page.locator('main [data-fold]');
  }

  row(key: string): Locator {
    return this.page.locator(`main [data-finding="${key}"]`);
  }

  async jump(key: string): Promise<void> {
    await this.row(key).locator('[data-jump]').click();
  }

  async setAside(key: string, reason: string): Promise<void> {
    await this.row(key)
      .getByRole('button', { name: /^搁置：/ })
      .click();
    await this.row(key).getByRole('textbox').fill(reason);
    await this.row(key).getByRole('button', { name: '搁置', exact: true }).click();
  }

  async takeBack(key: string): Promise<void> {
    await this.row(key)
      .getByRole('button', { name: /^取消搁置/ })
      .click();
  }

  /** What has the focus, and whether it stands inside what can be seen of the page. */
  landing(): Promise<Landing> {
    return this.page.evaluate(() => {
      const active = document.activeElement;
      const work = document.querySelector('main');
      if (active === null || work === null || !work.contains(active))
        return { at: null, visible: false, tag: '' };
      const [seen, place] = [work.getBoundingClientRect(), active.getBoundingClientRect()];
      const visible =
        active.checkVisibility() &&
        place.top >= seen.top - 1 &&
        place.top < seen.bottom &&
        place.left >= seen.left - 1 &&
        place.right <= seen.right + 1;
      const around = active.closest<HTMLElement>('[data-at]')?.dataset.at ?? null;
      // In a grid the place is the cell that has the grid's focus.
      const cell = active.closest('[data-at]')?.querySelector('.ag-cell-focus');
      const row = cell?.closest('[row-id]')?.getAttribute('row-id');
      const column = cell?.getAttribute('col-id');
      const at = row == null || column == null ? around : `${around}[${row}].${column}`;
      return { at, visible, tag: active.tagName };
    });
  }
}
