import type { ElectronApplication, Locator, Page } from 'playwright';

/** 预览与导出. */
export class ExportPage {
  readonly page: Page;
  private readonly app: ElectronApplication;

  constructor(page: Page, app: ElectronApplication) {
    this.page = page;
    this.app = app;
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: '预览与导出' }).first().click();
    await this.page.getByRole('heading', { level: 1, name: '预览与导出' }).waitFor();
  }

  /** Has the system's folder dialog answer with a folder, or with nothing. */
  async willChoose(folder: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      const answer = { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] };
      Reflect.set(dialog, 'showOpenDialog', async () => answer);
      return true;
    }, folder);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name });
  }

  /** Chooses the folder and starts. */
  async start(folder: string): Promise<void> {
    await this.willChoose(folder);
    const other = this.button('换一个文件夹…');
    if ((await other.count()) === 0) {
      await this.button('选择文件夹并导出…').click();
      return;
    }
    await other.first().click();
    await this.page.getByRole('main').getByText(folder).waitFor();
    await this.button('开始导出').click();
  }

  /** The stage being worked on. */
  stage(title: string): Locator {
    return this.page.locator('[aria-current="step"]').getByText(title);
  }

  get result(): Locator {
    return this.page.getByRole('region', { name: '导出结果' });
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name });
  }
}
