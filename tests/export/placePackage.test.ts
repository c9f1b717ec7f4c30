import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { placePackage } from '../../main/bundle/export/placePackage.ts';
import { planPlacement } from '../../main/bundle/export/planPlacement.ts';
import { contentOf, manifestOf, packagePlace, placed, STAMP, staged } from './packagePlace.ts';

const PDF = '示例-申报书.pdf';
const WORD = '示例-申报书.docx';
const OLD = { [PDF]: 'old pdf', [WORD]: 'old word' };
const NEW = { [PDF]: 'new pdf', [WORD]: 'new word' };
const aside = (base: string, ext: string) => `${base}（此前的版本 ${STAMP}）${ext}`;

describe('a package put into a folder', () => {
  it('takes the place of the package exported there before', async () => {
    const place = await packagePlace();
    await placed(place, OLD);
    expect(await placed(place, NEW)).toEqual([]);
    expect(await contentOf(place.folder)).toEqual({ ...NEW, 'manifest.json': manifestOf(NEW) });
  });

  it('takes away the files of an earlier one that bore other names', async () => {
    const place = await packagePlace();
    await placed(place, { '示例-申报书（草稿）.pdf': 'draft', '示例-申报书（草稿）.docx': 'draft word' });
    await writeFile(path.join(place.folder, '示例-申报书（草稿）.docx'), 'worked on');
    expect(await placed(place, NEW)).toEqual([aside('示例-申报书（草稿）', '.docx')]);
    expect(await contentOf(place.folder)).toEqual({
      ...NEW,
      'manifest.json': manifestOf(NEW),
      [aside('示例-申报书（草稿）', '.docx')]: 'worked on',
    });
  });

  it('keeps what somebody has worked on, each time under a name of its own', async () => {
    const place = await packagePlace();
    for (const text of ['first', 'second']) {
      await placed(place, OLD);
      await writeFile(path.join(place.folder, WORD), text);
    }
    await placed(place, NEW);
    expect(await contentOf(place.folder)).toMatchObject({
      ...NEW,
      [aside('示例-申报书', '.docx')]: 'first',
      [`示例-申报书（此前的版本 ${STAMP} 2）.docx`]: 'second',
    });
  });
});

describe('a manifest.json the user has for something else', () => {
  it.each([
    ['a web page’s', '{"name":"我的网页","start_url":"/"}'],
    ['one with a list of files', '{"format":1,"files":[{"name":"说明.txt","sha256":"00"}]}'],
    ['one that is no JSON', '我的清单'],
    ['an empty one', ''],
  ])('is kept and told: %s', async (_what, text) => {
    const place = await packagePlace();
    await writeFile(path.join(place.folder, 'manifest.json'), text);
    await writeFile(path.join(place.folder, '说明.txt'), 'mine');
    expect(await placed(place, NEW)).toEqual([aside('manifest', '.json')]);
    expect(await contentOf(place.folder)).toEqual({
      ...NEW,
      'manifest.json': manifestOf(NEW),
      [aside('manifest', '.json')]: text,
      '说明.txt': 'mine',
    });
  });

  it.skipIf(process.platform === 'win32')('is kept when it is a link', async () => {
    const place = await packagePlace();
    await writeFile(path.join(place.folder, '我的.json'), manifestOf(OLD));
    await symlink('我的.json', path.join(place.folder, 'manifest.json'));
    expect(await placed(place, NEW)).toEqual([aside('manifest', '.json')]);
    expect(await contentOf(place.folder)).toMatchObject({ ...NEW, '我的.json': manifestOf(OLD) });
  });
});

describe('a manifest somebody has made up', () => {
  it.each(['mine', 'something else'])(
    'touches nothing outside its folder, content told: %s',
    async (content) => {
      const place = await packagePlace();
      const outside = path.join(path.dirname(place.folder), '我的论文.docx');
      const below = path.join(place.folder, '资料', '合同.docx');
      await mkdir(path.dirname(below));
      for (const file of [outside, below]) await writeFile(file, 'mine');
      const names = [
        '../我的论文.docx',
        outside,
        '资料/合同.docx',
        '..\\我的论文.docx',
        '资料',
        '..',
        '.',
        '',
        'a\0b',
      ];
      const text = manifestOf(Object.fromEntries(names.map((name) => [name, content])));
      await writeFile(path.join(place.folder, 'manifest.json'), text);
      expect(await placed(place, NEW)).toEqual([]);
      expect(await contentOf(path.dirname(place.folder))).toEqual({ 成品: null, '我的论文.docx': 'mine' });
      expect(await contentOf(path.dirname(below))).toEqual({ '合同.docx': 'mine' });
    },
  );

  it('cannot have a file removed that is not what was exported', async () => {
    const place = await packagePlace();
    await writeFile(path.join(place.folder, '我的笔记.txt'), 'mine');
    const text = manifestOf({ '我的笔记.txt': 'something else' });
    await writeFile(path.join(place.folder, 'manifest.json'), text);
    expect(await placed(place, NEW)).toEqual([aside('我的笔记', '.txt')]);
    expect(await contentOf(place.folder)).toMatchObject({ [aside('我的笔记', '.txt')]: 'mine' });
  });
});

describe('a package that cannot be placed', () => {
  it('is refused before anything is touched when a folder has the name of one of its files', async () => {
    const place = await packagePlace();
    await placed(place, { [PDF]: 'old pdf' });
    await mkdir(path.join(place.folder, WORD));
    const before = await contentOf(place.folder);
    await staged(place, NEW);
    await expect(placePackage(place, STAMP)).rejects.toMatchObject({
      code: 'target-not-a-file',
      message: expect.stringContaining(`“${WORD}”`),
    });
    expect(await contentOf(place.folder)).toEqual(before);
  });

  it('leaves the earlier package as it was when a file cannot be renamed', async () => {
    const place = await packagePlace();
    // No file system holds this name with the words that keep it aside.
    const long = `${'z'.repeat(245)}.pdf`;
    await placed(place, OLD);
    await writeFile(path.join(place.folder, WORD), 'worked on');
    await writeFile(path.join(place.folder, long), 'mine');
    const before = await contentOf(place.folder);
    await staged(place, { ...NEW, [long]: 'new' });
    await expect(placePackage(place, STAMP)).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
    expect(await contentOf(place.folder)).toEqual(before);
  });

  it('leaves the earlier package as it was when it fails half-way', async () => {
    const place = await packagePlace();
    await placed(place, OLD);
    const before = await contentOf(place.folder);
    await staged(place, NEW);
    await mkdir(place.gaveWay);
    // Where the old Word file is to give way to stands something: found out once others have moved.
    await writeFile(path.join(place.gaveWay, WORD), 'left over');
    await expect(placePackage(place, STAMP)).rejects.toMatchObject({ code: 'target-appeared' });
    expect(await contentOf(place.folder)).toEqual(before);
  });
});

describe('a placement cut off by a power failure', () => {
  it('never leaves a manifest without its whole package, and loses nothing', async () => {
    const place = await packagePlace();
    await placed(place, { ...OLD, '示例-申报书（草稿）.pdf': 'draft' });
    await writeFile(path.join(place.folder, WORD), 'worked on');
    await staged(place, NEW);
    await mkdir(place.gaveWay);
    const { moves } = await planPlacement(place, STAMP);
    expect(moves).toHaveLength(7);
    const olds = ['old pdf', 'worked on', 'draft'];
    for (const [done, { from, to }] of moves.entries()) {
      await rename(from, to);
      const seen = await contentOf(place.folder);
      expect('manifest.json' in seen, `after move ${done + 1}`).toBe(done + 1 === moves.length);
      const there = [...Object.values(seen), ...Object.values(await contentOf(place.gaveWay))];
      for (const old of olds) expect(there, `after move ${done + 1}`).toContain(old);
    }
    expect(await contentOf(place.folder)).toMatchObject({ ...NEW, 'manifest.json': manifestOf(NEW) });
  });
});
