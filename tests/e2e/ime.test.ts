import type { CDPSession } from 'playwright';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { FieldsPage } from './pages/FieldsPage.ts';

// What an input method does, through the browser's own door for it: composing text comes and goes as preedit,
// then it is committed. Nothing here is a synthetic DOM event.
let program: OpenedProgram | null = null;
let input: CDPSession;
const opened = (): OpenedProgram => {
  if (program === null) throw new Error('not open');
  return program;
};
const fields = () => new FieldsPage(opened().page());
const summary = () => fields().input('project.summary');
const counter = async () => (await fields().field('project.summary').textContent()) ?? '';

async function compose(...steps: readonly string[]): Promise<void> {
  for (const text of steps) {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
}
const commit = (text: string) => input.send('Input.insertText', { text });

async function begin(text: string): Promise<void> {
  program = await openDraft({ answers: text === '' ? {} : { 'project.summary': text } });
  input = await opened().page().context().newCDPSession(opened().page());
  await fields().goTo('申报表');
  await summary().click();
  await opened().page().keyboard.press('Control+End');
}

beforeEach(async () => {
  await program?.close();
  program = null;
});

afterAll(async () => {
  await program?.close();
});

describe('composing Chinese in the summary of 100 characters', () => {
  it('counts words, not pinyin', async () => {
    await begin('');
    await compose('j', 'ji', 'jia', 'jian', 'jian', 'jian she');
    expect(await summary().inputValue()).toBe('jian she');
    expect(await counter()).toContain('0 / 100 字');
    await commit('建设');
    expect(await summary().inputValue()).toBe('建设');
    expect(await counter()).toContain('2 / 100 字');
    await compose('che', 'chejian');
    expect(await counter()).toContain('2 / 100 字');
    await commit('车间');
    expect(await counter()).toContain('4 / 100 字');
  });

  it('is not disturbed at the limit: nothing is cut while composing, what is too much is told afterwards', async () => {
    await begin('建'.repeat(99));
    await compose('z', 'zh', 'zhineng', 'zhi neng zhi zao');
    expect(await summary().inputValue()).toBe(`${'建'.repeat(99)}zhi neng zhi zao`);
    expect(await counter()).toContain('99 / 100 字');
    expect(await counter()).not.toContain('多了');
    await commit('智能制造');
    expect(await summary().inputValue()).toBe(`${'建'.repeat(99)}智能制造`);
    expect(await counter()).toContain('103 / 100 字，多了 3 字');
  });

  it('saves nothing half-way: the autosave passes, the composition goes on, the disk never sees pinyin', async () => {
    await begin('建设');
    // Something to save while composing goes on.
    await fields().input('project.leader').fill('李示例');
    await summary().click();
    await opened().page().keyboard.press('Control+End');
    await compose('shu', 'shuzi', 'shu zi hua');
    await opened().page().waitForTimeout(1500);
    await fields().saved();
    expect(await summary().inputValue()).toBe('建设shu zi hua');
    // The program ends in the middle of it.
    const stored = await opened().stored();
    program = null;
    expect(stored.answers['project.leader']).toBe('李示例');
    expect(stored.answers['project.summary']).not.toContain('shu');
  });

  it('is told once: one undo takes the words back', async () => {
    await begin('建设');
    await opened().page().waitForTimeout(1600);
    await compose('c', 'che', 'chejian');
    await commit('车间');
    expect(await summary().inputValue()).toBe('建设车间');
    await opened().page().keyboard.press('Control+z');
    expect(await summary().inputValue()).toBe('建设');
    await fields().saved();
    const stored = await opened().stored();
    program = null;
    expect(stored.answers['project.summary']).toBe('建设');
  });

  it('survives a change from outside: the words composed are kept, the input method is not broken', async () => {
    await begin('建设');
    await opened().page().keyboard.insertText('工厂');
    await compose('ch', 'che');
    // Undo by the button of the window, which does not take the focus from the text.
    const { undo, redo } = {
      undo: opened().page().getByRole('button', { name: /^撤销/ }).first(),
      redo: opened().page().getByRole('button', { name: /^重做/ }).first(),
    };
    expect(await redo.isDisabled()).toBe(true);
    await undo.dispatchEvent('click');
    expect(await redo.isDisabled()).toBe(false);
    await opened().page().waitForTimeout(300);
    expect(await summary().inputValue()).toBe('建设工厂che');
    await compose('che', 'chejian');
    expect(await summary().inputValue()).toBe('建设工厂chejian');
    await commit('车间');
    expect(await summary().inputValue()).toBe('建设工厂车间');
    await summary().blur();
    await fields().saved();
    const stored = await opened().stored();
    program = null;
    expect(stored.answers['project.summary']).toBe('建设工厂车间');
  });

  it('that is given up leaves what was there', async () => {
    await begin('建设');
    await compose('ch', 'che', '');
    expect(await summary().inputValue()).toBe('建设');
    expect(await counter()).toContain('2 / 100 字');
  });

  it('works in a list that is typed into: pinyin is no answer', async () => {
    await begin('');
    await fields().goTo('申报单位');
    await fields().input('applicant.industry').click();
    await compose('zhi', 'zhizao');
    expect(await fields().input('applicant.industry').inputValue()).toBe('zhizao');
    await commit('制造业');
    expect(await fields().input('applicant.industry').inputValue()).toBe('制造业');
    await fields().leave('applicant.industry');
    await fields().saved();
    const stored = await opened().stored();
    program = null;
    expect(stored.answers['applicant.industry']).toBe('section-c');
  });
});
