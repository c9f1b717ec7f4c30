import type { Locator, Page } from 'playwright';

/** 附件: the board of the call's checklist, the sheet after adding, and the dialog with a file's pages. */
export class AttachmentsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param title of the section that holds the attachments */
  async open(title: string): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(title) })
      .first()
      .click();
    await this.page.locator('main [data-kind]').first().waitFor();
  }

  kind(id: string): Locator {
    return this.page.locator(`main [data-kind="${id}"]`);
  }

  /** How a kind stands: `missing`, `complete`, `trouble` … */
  async statusOf(id: string): Promise<string | null> {
    return this.kind(id).getAttribute('data-status');
  }

  async waitForStatus(id: string, status: string): Promise<void> {
    await this.page.locator(`main [data-kind="${id}"][data-status="${status}"]`).waitFor();
  }

  /** The row of a file, by its name. */
  row(name: string): Locator {
    return this.page.locator('main [data-file]', {
      has: this.page.getByRole('textbox', { name: `“${name}”的标题` }),
    });
  }

  /** Names of the files of a kind, in their order. */
  async namesOf(id: string): Promise<readonly string[]> {
    const labels = await this.kind(id)
      .locator('[data-file] input[aria-label$="的标题"]')
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label') ?? ''));
    return labels.map((label) => /“(.*)”的标题/.exec(label)?.[1] ?? '');
  }

  async menu(name: string, item: RegExp): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /更多操作/ })
      .click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** The sheet that tells what became of the files. */
  sheet(): Locator {
    return this.page.getByRole('dialog').filter({ has: this.page.getByRole('button', { name: '完成' }) });
  }

  async finishSheet(): Promise<void> {
    await this.sheet().getByRole('button', { name: '完成' }).click();
    await this.sheet().waitFor({ state: 'detached' });
  }

  /** Drops files or folders of the disk as the system does; on the middle of `target`, or on the window's head. */
  async drop(paths: readonly string[], target?: Locator): Promise<void> {
    const { x, y } = await this.hover(paths, target);
    const cdp = await this.page.context().newCDPSession(this.page);
    await cdp.send('Input.dispatchDragEvent', { type: 'drop', x, y, data: dragged(paths) });
    await cdp.detach();
  }

  /** Holds files over the window without letting them go. */
  async hover(
    paths: readonly string[],
    target?: Locator,
  ): Promise<{ readonly x: number; readonly y: number }> {
    await target?.scrollIntoViewIfNeeded();
    const box = await target?.boundingBox();
    const place = box == null ? { x: 500, y: 20 } : { x: box.x + box.width / 2, y: box.y + 16 };
    const cdp = await this.page.context().newCDPSession(this.page);
    for (const type of ['dragEnter', 'dragOver'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, ...place, data: dragged(paths) });
    await cdp.detach();
    return place;
  }

  /** Width of the picture a row shows; 0 while there is none. */
  async pictureWidth(name: string): Promise<number> {
    await this.row(name).scrollIntoViewIfNeeded();
    const picture = this.row(name).locator('img');
    await picture.evaluate(
      (image: HTMLImageElement) =>
        new Promise<void>((resolve) => {
          if (image.complete) resolve();
          else image.addEventListener('load', () => resolve(), { once: true });
        }),
    );
    return picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  }
}

function dragged(files: readonly string[]) {
  return { items: [], files: [...files], dragOperationsMask: 1 };
}
