import type { Page } from 'playwright';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Field } from '../../../shared/calls/schema/field.ts';
import type { AnswerValue } from '../../../shared/entities/application.ts';
import type { ConsortiumMember } from '../../../shared/entities/consortium.ts';
import { formatMoney } from '../../../shared/entities/money.ts';

/** Fills forms as a person does who has the words on a sheet of paper beside the screen: by label, with the mouse. */
export class Filling {
  readonly page: Page;
  readonly #call: Call;

  constructor(page: Page, call: Call) {
    this.page = page;
    this.#call = call;
  }

  /** Fills every field of a section that has an answer; the section is open. */
  async fields(section: string, answers: Readonly<Record<string, AnswerValue>>): Promise<void> {
    for (const field of this.#call.fields) {
      const value = answers[field.id] ?? null;
      if (field.section === section && value !== null) await this.field(field, value);
    }
  }

  /** Fills one field, wherever on the page its label stands. */
  async field(field: Field, value: AnswerValue): Promise<void> {
    // Two labels may read alike (this year's and last year's exports): the place tells them apart, as a heading does.
    const place = this.page.locator(`main [data-at="${field.id}"]`);
    if (field.type === 'yesNo') {
      await place.getByRole('radio', { name: value === true ? '是' : '否', exact: true }).click();
      return;
    }
    const input = place.getByLabel(field.label).first();
    await input.click();
    if (field.type === 'choice') {
      const label = this.#call.lists[field.list]?.find(({ id }) => id === value)?.label ?? String(value);
      // The list of the field before may still be fading out, with the same provinces in it.
      const list = this.page.getByRole('listbox', { name: field.label, exact: true });
      await list.getByRole('option', { name: label }).first().click();
      return;
    }
    await input.pressSequentially(written(field, value));
  }

  /** Fills the last card of the consortium with a unit; what stands there already is left. */
  async member(member: ConsortiumMember): Promise<void> {
    const card = this.page.locator('main [data-lead]').last();
    const words = [
      ['单位名称', member.name],
      ['统一社会信用代码', member.code],
      ['地址', member.address],
      ['联系人', member.contact],
      ['联系电话', member.phone],
      ['任务分工', member.task],
      ['基本情况', member.introduction],
    ] as const;
    for (const [label, text] of words) await card.getByLabel(label, { exact: true }).fill(text);
    for (const role of member.roles) {
      await card.getByRole('combobox', { name: '成员类型' }).click();
      await this.option(this.#call.memberRoles.find(({ id }) => id === role)?.label ?? role);
    }
    await this.page.keyboard.press('Escape');
  }

  /** Takes an option of the list that is open. */
  async option(label: string): Promise<void> {
    await this.page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: label })
      .first()
      .click();
  }
}

/** As a person writes it into a field. */
function written(field: Field, value: AnswerValue): string {
  if (typeof value !== 'number') return String(value);
  if (field.type === 'money') return formatMoney(value, field.unit);
  return field.type === 'usd' ? formatMoney(value, 'wanyuan') : String(value);
}
