import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCall } from '../../main/calls/loadCalls.ts';
import { answersSchema } from '../../shared/calls/answersSchema.ts';
import { INVOICE_KINDS, ROW_WORDS } from '../../shared/calls/rowWords.ts';
import { Answers } from '../../shared/entities/answers.ts';
import { InvoiceKind } from '../../shared/entities/invoice.ts';
import { LedgerCost } from '../../shared/entities/ledger.ts';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const found = findCall('cq-iiot-2020-1', 1);
if (!found.ok) throw new Error(found.problem.message);
const schemaOfFirstCall: Schema = answersSchema(found.call);

/** The schema at a path; `[]` steps into the items of a list. */
function at(path: string): Schema {
  return path
    .split('/')
    .reduce<Schema>(
      (inside, step) => (step === '[]' ? inside.items : inside.properties?.[step]) ?? {},
      schemaOfFirstCall,
    );
}

/** `id title` of every choice, those of a value that may also be null included. */
function choices(schema: Schema): string[] {
  const inside = schema.oneOf ?? schema.anyOf?.flatMap(({ oneOf }) => oneOf ?? []) ?? [];
  return inside.map((choice) => `${String(choice.const)} ${choice.title}`);
}

describe('the JSON Schema of an answers file', () => {
  it.each([
    ['budget/[]/category', 'network-hw 网络软硬件'],
    ['invoices/[]/category', 'rd 研发投入'],
    ['invoices/[]/kind', 'special-paper 增值税专用发票'],
    ['consortium/[]/roles/[]', 'telecom-operator 基础电信运营商'],
    ['direction/id', '5g 5G+工业互联网应用'],
    ['direction/scenarioIds/[]', '5g-agv'],
    ['direction/kindId', 'secondary-node'],
    ['direction/formIds/[]', 'innovation-centre'],
    ['settings/amountBasis', 'net 不含税'],
    ['ledger/[]/style', '2015 2015 年样式'],
  ])('%s spells out its choices with their titles', (path, choice) => {
    expect(choices(at(path)).join('\n')).toContain(choice);
  });

  it('names the parts of the content as properties', () => {
    expect(Object.keys(at('direction/contents').properties ?? {})).toContain('registration');
  });

  it('an unfilled category is allowed, as in a draft', () => {
    expect(choices(at('budget/[]/category'))).toContain(' 未填写');
  });

  it('tells where copies are named from, and the unit of every amount', () => {
    expect(at('invoices/[]/copies').description).toContain('invoice-copies/001.pdf');
    expect(at('invoices/[]/claimedFen').description).toContain('分');
    expect(at('ledger/[]/rows/[]/details').properties?.personnel?.title).toBe('人员人工费用');
  });

  it('gives every property of every row a title in Chinese', () => {
    for (const list of Object.keys(ROW_WORDS))
      for (const [name, property] of Object.entries(at(`${list}/[]`).properties ?? {}))
        expect(property.title, `${list}.${name}`).toMatch(/\p{Script=Han}/u);
    for (const [name, property] of Object.entries(at('ledger/[]/rows/[]').properties ?? {}))
      expect(property.title, `ledger.rows.${name}`).toMatch(/\p{Script=Han}/u);
  });

  it('knows every kind of invoice and every cost the entities know', () => {
    expect(Object.keys(INVOICE_KINDS).sort()).toEqual([...InvoiceKind.options].sort());
    const costs = at('ledger/[]/rows/[]/details').properties ?? {};
    expect(Object.keys(costs).sort()).toEqual([...LedgerCost.options].sort());
  });

  it.each(['5g-workshop', 'industrial-platform', 'cluster-wrong'])(
    'takes no property from the general shape: sample %s has a place for all it says',
    (name) => {
      const sample = Answers.parse(JSON.parse(readFileSync(`assets/samples/${name}/answers.json`, 'utf8')));
      for (const [key, value] of Object.entries(sample)) {
        expect(schemaOfFirstCall.properties, key).toHaveProperty([key]);
        const used = new Set(Array.isArray(value) ? value.flatMap((row: object) => Object.keys(row)) : []);
        for (const property of used)
          expect(at(`${key}/[]`).properties, `${key}.${property}`).toHaveProperty([property]);
      }
      const categories = choices(at('invoices/[]/category')).map((one) => one.split(' ')[0]);
      for (const category of new Set(sample.invoices.map((invoice) => invoice.category)))
        expect(categories).toContain(category);
    },
  );
});
