import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RichDocument } from '../../shared/entities/richText.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { PlanPage } from './pages/PlanPage.ts';

let program: OpenedProgram;
const plan = () => new PlanPage(program.page());

beforeAll(async () => {
  program = await openDraft({ answers: { 'project.name': '示例车间' } });
  await plan().open('企业情况');
});

afterAll(async () => {
  await program?.close();
});

describe('Chinese input in the plan', () => {
  it('is never broken by saving, counting or judging, and saves no letter of what is being composed', async () => {
    const page = plan();
    await page.toEnd();
    await page.write('开头');
    await page.compose(['n', 'ni', 'ni h', 'ni ha', 'ni hao'], '你好', async () => {
      // Well beyond the rest after which typing is handed over, and the disk's second.
      await page.page.waitForTimeout(1500);
      expect(await page.words()).toEqual(['开头ni hao']);
      expect(await page.item('企业情况').innerText()).toContain('2 字');
    });
    expect(await page.words()).toEqual(['开头你好']);
    await page.compose(['s', 'shi', 'shi j', 'shi jie'], '世界');
    await page.compose(['，'], '，');
    await page.compose(['z', 'zhong wen'], '中文');
    expect(await page.words()).toEqual(['开头你好世界，中文']);
    await page.saved();
    expect(await page.item('企业情况').innerText()).toContain('9 字');
  });

  it('filters the facts with what the input method chose', async () => {
    const page = plan();
    await page.compose(['@'], '@');
    await page.compose(['xiang', 'xiang mu'], '项目名');
    await page.page.getByRole('option', { name: /项目名称/ }).waitFor();
    await page.press('Enter');
    expect(await page.words()).toEqual(['开头你好世界，中文示例车间']);
    expect(await page.facts.count()).toBe(1);
    await page.press('Backspace');
    expect(await page.facts.count()).toBe(0);
    await page.press('ControlOrMeta+Z');
    expect(await page.facts.count()).toBe(1);
  });
});

describe('what comes from other programs', () => {
  it('takes words of Word with marks and lists, and says what had to go', async () => {
    const page = plan();
    await page.toEnd();
    await page.press('Enter');
    await page.paste(program.app(), { html: WORD, text: '总体目标' });
    await page.notice.filter({ hasText: '去除了不支持的格式' }).waitFor();
    expect(await page.notice.innerText()).toContain('文字颜色');
    const words = await page.words();
    expect(words.slice(1)).toEqual(['总体目标', '到2020年达到90%以上。', '第一条', '第二条', '圆点']);
    expect(await page.text.locator('p[data-align="center"]').innerText()).toBe('总体目标');
    expect(await page.text.locator('ol > li').count()).toBe(2);
    expect(await page.text.locator('ul > li').count()).toBe(1);
    expect(await page.text.locator('strong').innerText()).toBe('90%');
  });

  it('takes cells of Excel as a table, though a picture of them lies beside', async () => {
    const page = plan();
    await page.toEnd();
    // Once more leaves the list.
    await page.press('Enter', 'Enter');
    await page.paste(program.app(), { html: EXCEL, text: '设备\t12\n软件\t3' });
    await page.text.locator('table').waitFor();
    expect(await page.text.locator('table tr').count()).toBe(2);
    expect(await page.text.locator('table td').allInnerTexts()).toEqual(['设备', '12', '软件', '3']);
  });

  it('keeps a pasted picture in the draft, with caption and width, and says why one is refused', async () => {
    const page = plan();
    await page.toEnd();
    await page.press('Enter');
    const png = await sharp({ create: { width: 240, height: 120, channels: 3, background: '#c8a040' } })
      .png()
      .toBuffer();
    await page.paste(program.app(), { png });
    const picture = page.text.locator('figure img');
    await picture.waitFor();
    await page.page.waitForFunction(() => {
      const shown = document.querySelector<HTMLImageElement>('.ProseMirror figure img');
      return shown?.complete && shown.naturalWidth > 0;
    });
    await page.page.getByLabel('图名（印在图下）').fill('图1 总体架构');
    await page.tool('宽度为正文的 50%').click();
    await page.page.getByLabel('选择图片').setInputFiles({
      name: '坏图.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a00000000', 'hex'),
    });
    await page.notice.filter({ hasText: '“坏图.png”没有插入' }).waitFor();
    expect(await page.text.locator('figure').count()).toBe(1);
    expect(await page.text.locator('figcaption').innerText()).toBe('图1 总体架构');
  });

  it('takes pictures that come inside the words along', async () => {
    const page = plan();
    await page.toEnd();
    await page.press('Enter');
    const png = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#208040' } })
      .png()
      .toBuffer();
    const html = `<p>图前</p><p><img src="data:image/png;base64,${png.toString('base64')}"></p><p>图后</p>`;
    await page.paste(program.app(), { html, text: '图前 图后' });
    await page.text.locator('figure').nth(1).waitFor();
    const words = await page.words();
    expect(words.slice(-2)).toEqual(['图前', '图后']);
  });

  it('keeps words with a picture, in their order, when one goes on to the next item at once', async () => {
    const page = plan();
    await page.open('项目当前进展');
    await page.toEnd();
    await page.paste(program.app(), { html: await withPicture('#2040a0'), text: '图前的话 图后的话' });
    await page.open('企业情况');
    // The picture is kept while its item is not on the paper.
    await page.page.waitForTimeout(2500);
    await page.open('项目当前进展');
    expect(await shapeOf(page)).toEqual(['图前的话', 'FIGURE', '图后的话']);
  });

  it('keeps a picture when one goes on to the next item at once', async () => {
    const page = plan();
    await page.toEnd();
    await page.press('Enter');
    await page.paste(program.app(), { png: await pngOf('#a02040') });
    await page.open('企业情况');
    await page.page.waitForTimeout(2500);
    await page.open('项目当前进展');
    expect(await shapeOf(page)).toEqual(['图前的话', 'FIGURE', '图后的话', 'FIGURE']);
  });

  it('puts pasted words in at once, and their picture only behind what is being composed', async () => {
    const page = plan();
    await page.toEnd();
    await page.paste(program.app(), { html: await withPicture('#40a020'), text: '图前的话 图后的话' });
    await page.compose(['n', 'ni', 'ni h', 'ni hao'], '你好', async () => {
      await page.page.waitForTimeout(2500);
      expect((await page.words()).at(-1)).toBe('图后的话ni hao');
      expect(await page.text.locator('figure').count()).toBe(2);
    });
    await page.text.locator('figure').nth(2).waitFor();
    await page.compose(['s', 'shi jie'], '世界');
    expect((await shapeOf(page)).slice(-3)).toEqual(['图前的话', 'FIGURE', '图后的话你好世界']);
  });

  it('shows it all again after the program was closed', async () => {
    await plan().saved();
    await program.reopen();
    const page = plan();
    await page.open('企业情况');
    await page.page.waitForFunction(() => {
      const shown = document.querySelector<HTMLImageElement>('.ProseMirror figure img');
      return shown?.complete && shown.naturalWidth > 0;
    });
    const stored = await program.stored();
    const words = RichDocument.parse(stored.plan['plan.1.2']);
    const picture = words.content.find(({ type }) => type === 'image');
    expect(picture).toMatchObject({ attrs: { caption: '图1 总体架构', widthPercent: 50 } });
    expect(JSON.stringify(words)).toContain('开头你好世界，中文');
    const all = JSON.stringify(stored.plan);
    expect(all).toContain('图后的话你好世界');
    expect(all).not.toContain('ni hao');
    expect(all).not.toContain('coming:');
    expect(all.match(/"type":"image"/g)?.length).toBe(5);
  });
});

function pngOf(background: string): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .png()
    .toBuffer();
}

async function withPicture(background: string): Promise<string> {
  const source = `data:image/png;base64,${(await pngOf(background)).toString('base64')}`;
  return `<p>图前的话</p><p><img src="${source}"></p><p>图后的话</p>`;
}

/** What stands on the paper: the words of each block that has some, and pictures. */
function shapeOf(page: PlanPage): Promise<string[]> {
  return page.text
    .locator(':scope > *')
    .evaluateAll((blocks) =>
      blocks
        .map((block) => (block.querySelector('img') === null ? (block.textContent ?? '') : 'FIGURE'))
        .filter((words) => words !== ''),
    );
}

/** As Word 2016 puts it on the clipboard, shortened. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt;} --></style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><span style='font-size:16.0pt;font-family:黑体;
color:red'>总体目标<o:p></o:p></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US style='font-family:仿宋'>到2020</span><span
style='font-family:仿宋'>年达到<b>90%</b>以
上。</span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>第一条</span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>第二条</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Wingdings'><span
style='mso-list:Ignore'>&#183;<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>圆点</span></p>
<!--EndFragment--></body></html>`;

/** As Excel does: widths, classes and a table without header cells. */
const EXCEL = `<html><body><table border=0 cellpadding=0 cellspacing=0 width=144 style='border-collapse:collapse;width:108pt'>
<!--StartFragment--><col width=72 span=2 style='width:54pt'><tr height=19 style='height:14.25pt'>
<td height=19 width=72 class=xl65 style='height:14.25pt;width:54pt'>设备</td><td align=right width=72 style='width:54pt'>12</td></tr>
<tr height=19><td height=19 style='height:14.25pt'>软件</td><td align=right>3</td></tr><!--EndFragment--></table></body></html>`;
