import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadCall, sayProblem } from '../../main/calls/loadCalls.ts';

const folder = mkdtempSync(path.join(tmpdir(), '通知 草稿-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = readFileSync(
  path.join(import.meta.dirname, '..', 'fixtures', 'calls', 'zj-agri-2031.json'),
  'utf8',
);

/** What `call check` says of a file with this content. */
function complaints(content: string | Uint8Array): string[] {
  const file = path.join(folder, '我的 通知.json');
  writeFileSync(file, content);
  const loaded = loadCall(file);
  return loaded.ok ? [] : loaded.problems.map(sayProblem);
}

/** The same after replacing one piece of the good file's text. */
function afterReplacing(from: string, to: string): string[] {
  expect(good.split(from).length, `“${from}” stands in the file`).toBeGreaterThan(1);
  return complaints(good.replace(from, () => to));
}

/** Line of the first place a text stands at. */
const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split('\n').length;

test('the good file has nothing to complain about', () => {
  expect(complaints(good)).toEqual([]);
});

test('a byte order mark and Windows line ends do no harm', () => {
  expect(complaints(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual([]);
});

test('a file that is not there, a folder, an empty file', () => {
  const missing = loadCall(path.join(folder, '没有.json'));
  expect(missing).toEqual({
    ok: false,
    problems: [{ path: '', line: null, message: '找不到这个文件', mend: '请核对文件名和所在的文件夹' }],
  });
  const inside = path.join(folder, '里面');
  mkdirSync(inside);
  const opened = loadCall(inside);
  expect(opened.ok ? [] : opened.problems.map(sayProblem)).toEqual([
    '这是一个文件夹，不是通知文件。请指明文件夹里的那个 .json 文件。',
  ]);
  expect(complaints('')).toEqual(['文件是空的。请从 assets/calls 里的通知复制一份再改。']);
});

test('a file in GB18030', () => {
  expect(complaints(Uint8Array.from([0x7b, 0x22, 0xd6, 0xd0, 0xce, 0xc4, 0x22, 0x7d]))).toEqual([
    '文件不是 UTF-8 编码。请用编辑器“另存为”，编码选 UTF-8。',
  ]);
});

test('a full-width colon', () => {
  expect(afterReplacing('"revision": 3', '"revision"： 3')[0]).toBe(
    `第 ${lineOf('"revision"')} 行：这里用了中文标点“：”。JSON 的引号、逗号、冒号和括号都要用英文半角。`,
  );
});

test('a forgotten comma', () => {
  expect(afterReplacing('"revision": 3,', '"revision": 3')[0]).toBe(
    `第 ${lineOf('"revision"') + 1} 行：这里缺一个逗号。两项之间用英文逗号 , 隔开。`,
  );
});

test('a comment', () => {
  expect(afterReplacing('"revision": 3,', '"revision": 3, // 第三版')[0]).toBe(
    `第 ${lineOf('"revision"')} 行：JSON 文件里不能写注释。请删去注释。`,
  );
});

test('a property written twice', () => {
  const line = lineOf('"revision"');
  expect(afterReplacing('"revision": 3,', '"revision": 3,\n  "revision": 4,')).toEqual([
    `第 ${line + 1} 行 revision：属性“revision”写了两次，第一次在第 ${line} 行。请删去其中一个，否则前面写的会不声不响地失效。`,
  ]);
});

test('a number in quotes', () => {
  expect(afterReplacing('"revision": 3', '"revision": "3"')).toEqual([
    `第 ${lineOf('"revision"')} 行 revision：类型不对，现在写的是 "3"。应是数字（不加引号）。`,
  ]);
});

test('a day that is not on the calendar', () => {
  expect(afterReplacing('"deadline": "2031-03-15"', '"deadline": "2031-02-30"')).toEqual([
    `第 ${lineOf('"deadline"')} 行 submission.deadline："2031-02-30" 不是日历上有的日期。请写作 2020-02-10 的样子。`,
  ]);
});

test('a deadline before the issue', () => {
  expect(afterReplacing('"deadline": "2031-03-15"', '"deadline": "2030-03-15"')).toEqual([
    `第 ${lineOf('"deadline"')} 行 submission.deadline：截止日期 2030-03-15 早于印发日期 2031-01-05。请核对两个日期。`,
  ]);
});

test('a misspelt property', () => {
  const [line] = afterReplacing('"revision": 3,', '"revision": 3, "feilds": [],');
  expect(line).toMatch(/feilds：不认得属性“feilds”。是否想写“fields”？/u);
});

test('a property that lacks', () => {
  expect(afterReplacing('"issuer": "浙江省农业农村厅",', '')).toEqual([
    `第 ${lineOf('"identity"')} 行 identity.issuer：缺少这一项。请补上，应是文字（放在英文双引号里）。`,
  ]);
});

test('a misspelt operator', () => {
  const [line] = afterReplacing('"above": [\n', '"abvoe": [\n');
  expect(line).toMatch(
    /^第 \d+ 行 rules\[3\]\.must\.abvoe：不认得“abvoe”。是否想写“above”？可以写：all、any、not、/u,
  );
});

test('two operators in one pair of braces', () => {
  const [line] = afterReplacing(
    '"when": { "form": ["vehicle"] }',
    '"when": { "form": ["vehicle"], "kind": ["glass"] }',
  );
  expect(line).toMatch(
    /outline\[0\]\.items\[3\]\.when：一对花括号里写了 2 样：form、kind。每对花括号只放一样；几个条件要同时满足，请用 \{"all": \[ … \]\}。$/u,
  );
});

test('a field type that does not exist', () => {
  const [line] = afterReplacing('"type": "code"', '"type": "kode"');
  expect(line).toMatch(/fields\[1\]\.type：不能写 "kode"。是否想写“code”？/u);
});

test('a clause that is not there', () => {
  const [line] = afterReplacing('"clause": "credit",\n      "at"', '"clause": "credt",\n      "at"');
  expect(line).toMatch(
    /rules\[0\]\.clause：找不到条款“credt”。是否想写“credit”？否则请先在 clauses 中加上“credt”。$/u,
  );
});

test('a field that is not there, deep inside a condition', () => {
  const [line] = afterReplacing(
    '"percent": [{ "field": "work.ownFen" }',
    '"percent": [{ "field": "work.ownFn" }',
  );
  expect(line).toMatch(
    /rules\[3\]\.must\.above\[0\]\.percent\[0\]\.field：找不到字段“work\.ownFn”。是否想写“work\.ownFen”？/u,
  );
});

test('a constant that is not there', () => {
  const [line] = afterReplacing('{ "constant": "own-share" }', '{ "constant": "share-of-own" }');
  expect(line).toMatch(
    /找不到常数“share-of-own”。请改用 constants 中已有的编号，或先在 constants 中加上它（现有：first-month、/u,
  );
});

test('a list that is not there', () => {
  const [line] = afterReplacing('"list": "kinds"', '"list": "kindz"');
  expect(line).toMatch(/fields\[2\]\.list：找不到列表“kindz”。是否想写“kinds”？/u);
});

test('a target that is not among its direction’s, and so one that nobody checks', () => {
  const lines = afterReplacing('"of": ["greenhouse.area"]', '"of": ["greenhouse.aera"]');
  expect(lines).toHaveLength(2);
  expect(lines.join('\n')).toMatch(/找不到预期目标“greenhouse\.aera”。是否想写“greenhouse\.area”？/u);
  expect(lines.join('\n')).toMatch(/目标“greenhouse\.area”没有放进 reach，不会被检查/u);
});

test('a seal that is not there', () => {
  const [line] = afterReplacing('"seals": ["farm-seal"]', '"seals": ["farmseal"]');
  expect(line).toMatch(/attachments\[0\]\.seals\[0\]：找不到印章“farmseal”。是否想写“farm-seal”？/u);
});

test('an attachment kind that is not there', () => {
  const [line] = afterReplacing('"written": "story.what"', '"attached": "lnad"');
  expect(line).toMatch(/找不到附件种类“lnad”。是否想写“land”？/u);
});

test('a wording that is not there', () => {
  const [line] = afterReplacing('{ "wording": "oath" }', '{ "wording": "oaths" }');
  expect(line).toMatch(
    /form\.rows\[5\]\.cells\[0\]\.pieces\[0\]\.wording：找不到固定文字“oaths”。是否想写“oath”？/u,
  );
});

test('a form row that does not fill the grid, with what the row above takes of it', () => {
  const [line] = afterReplacing('{ "span": 5, "role": "value"', '{ "span": 6, "role": "value"');
  expect(line).toMatch(
    /form\.rows\[1\]\.cells：这一行的单元格共占 11 列，应占 10 列（表格共 12 列，其中 2 列已被上面的单元格占着）。请调整各单元格的 span，使它们相加等于 10。$/u,
  );
});

test('a form cell that reaches below the table', () => {
  const [line] = afterReplacing('"rows": 2', '"rows": 20');
  expect(line).toMatch(/单元格向下占 20 行，超出了表格的最后一行。请把 rows 改为 6 或更小。$/u);
});

test('a message with a placeholder that does not exist', () => {
  const [line] = afterReplacing('还差 {difference}。', '还差 {diference}。');
  expect(line).toMatch(/rules\[2\]\.unmet：找不到占位“diference”。是否想写“difference”？/u);
});

test('a message that names the row of a rule without rows', () => {
  const [line] = afterReplacing('自筹资金占 {left}', '{row}自筹资金占 {left}');
  expect(line).toMatch(/rules\[3\]\.unmet：信息里用了 \{row\}，但规则没有逐行检查/u);
});

test('an amount compared with a month', () => {
  const [line] = afterReplacing('"constant": "own-share"', '"constant": "first-month"');
  expect(line).toMatch(/rules\[3\]\.must\.above：两边不能相比：一边是数字，另一边是年月/u);
});

test('a property no row of the table has', () => {
  const [line] = afterReplacing('"amount": "amountFen"', '"amount": "amount"');
  expect(line).toMatch(/找不到 budget 行的属性“amount”/u);
});

test('a choice that is none of its list', () => {
  const [line] = afterReplacing('{ "value": "training" }', '{ "value": "trainings" }');
  expect(line).toMatch(/找不到选项“trainings”。是否想写“training”？/u);
});

test('two things with one id', () => {
  const lines = afterReplacing('"id": "work.paidFen"', '"id": "work.spendFen"');
  expect(lines.join('\n')).toMatch(/字段“work\.spendFen”重复：第 \d+ 项已经用了这个编号/u);
});

test('a domain check over the wrong table', () => {
  const [line] = afterReplacing('"domain": "invoice-has-copy"', '"domain": "ledger-unit"');
  expect(line).toMatch(
    /检查“ledger-unit”看的是 ledger ，forEach 写的却是 invoices。请写成 "forEach": "ledger"。$/u,
  );
});

test('a role given to a field of another type', () => {
  const [line] = afterReplacing('"totalInvestment": "work.spendFen"', '"totalInvestment": "work.title"');
  expect(line).toMatch(/roles\.totalInvestment：字段“work\.title”的类型是 text，这里要的是 money/u);
});

test('a seal on a page that is not bound', () => {
  const [line] = afterReplacing('"where": "budgetTable"', '"where": "ledgerTable"');
  expect(line).toMatch(/要在“ledgerTable”处盖章，但成册里没有这一处/u);
});

test('a table that no section holds, and one that two hold', () => {
  expect(afterReplacing('"holds": ["budget"]', '"holds": []')[0]).toMatch(
    /sections：没有版块放“budget”。请在某个版块的 holds 里写上“budget”。$/u,
  );
  expect(afterReplacing('"holds": ["budget"]', '"holds": ["budget", "plan"]')[0]).toMatch(
    /sections\[5\]\.holds\[0\]：“plan”已经放在版块“cost”里。请只放在一个版块里。$/u,
  );
});

test('a threshold no field can tell', () => {
  const lines = afterReplacing('    "totalInvestment": "work.spendFen",\n', '');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines[0]).toMatch(
    /限定了总投资，但没有说明哪个字段填的是总投资。请在 roles\.totalInvestment 写上该字段的编号/u,
  );
});

test('whatever is thrown at it, it answers and never throws', () => {
  for (const content of [
    'null',
    '[]',
    '3',
    '"x"',
    '{}',
    '{"rules": 3}',
    '{"form":{"rows":[[]]}}',
    '\u0000',
    '{"a":',
  ])
    expect(complaints(content).length, content).toBeGreaterThan(0);
  // Every value of the file in turn replaced by something of another kind.
  let seed = 7;
  const lines = good.split('\n');
  for (let round = 0; round < 150; round += 1) {
    seed = (seed * 48271) % 2147483647;
    const at = seed % lines.length;
    const broken = lines.map((line, index) =>
      index === at ? line.replace(/: .*?(,?)$/u, ': [{"x": null}]$1') : line,
    );
    for (const complaint of complaints(broken.join('\n'))) expect(complaint).toMatch(/[\u4e00-\u9fff]/u);
  }
});
