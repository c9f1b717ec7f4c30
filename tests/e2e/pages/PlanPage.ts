import type { CDPSession, ElectronApplication, Locator, Page } from 'playwright';
import { type Clipped, setClipboard } from '../setClipboard.ts';

/** The plan: outline left, paper and tools beside it. */
export class PlanPage {
  readonly page: Page;
  private input: CDPSession | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes to the plan's section by its title and opens one item of the outline. */
  async open(title: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: '建设方案' }).first().click();
    await this.item(title).click();
    await this.page.getByRole('heading', { level: 2, name: title }).waitFor();
  }

  /** One line of the outline: title, state, words. */
  item(title: string): Locator {
    return this.page.getByRole('navigation', { name: '方案提纲' }).getByRole('button', { name: title });
  }

  get text(): Locator {
    return this.page.locator('main .ProseMirror');
  }

  /** Puts the cursor behind everything written. */
  async toEnd(): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  async write(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The words on the paper, one line a block. */
  async words(): Promise<string[]> {
    return (await this.text.innerText()).split('\n').filter((line) => line.trim() !== '');
  }

  tool(name: string): Locator {
    return this.page.getByRole('toolbar').getByRole('button', { name });
  }

  get facts(): Locator {
    return this.text.locator('[data-fact]');
  }

  /** What is told below the tools. */
  get notice(): Locator {
    return this.page.locator('main [role="status"]');
  }

  /** Pastes what another program put on the system's clipboard. */
  async paste(app: ElectronApplication, clipped: Clipped): Promise<void> {
    await setClipboard(app, clipped);
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Types with an input method: what is shown while composing, then what is chosen. */
  async compose(steps: readonly string[], chosen: string, between?: () => Promise<void>): Promise<void> {
    this.input ??= await this.page.context().newCDPSession(this.page);
    for (const text of steps) {
      await this.input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await this.page.waitForTimeout(60);
    }
    await between?.();
    await this.input.send('Input.insertText', { text: chosen });
  }

  /** Waits until the disk has everything. */
  async saved(): Promise<void> {
    // Typing rests a moment before it is handed over.
    await this.page.waitForTimeout(700);
    await this.page
      .getByText(/已保存 \d{2}:\d{2}/)
      .first()
      .waitFor();
  }
}
