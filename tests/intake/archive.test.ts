import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { safeEntryPath } from '../../main/intake/archive/safeEntryPath.ts';
import { UNPACK_LIMITS, unpackArchive } from '../../main/intake/archive/unpackArchive.ts';
import type { UnpackLimits } from '../../main/intake/archive/unpackOperation.ts';
import { unpackZip } from '../../main/intake/archive/unpackZip.ts';
import { gatherFiles } from '../../main/tasks/gatherFiles.ts';
import { testFolder } from '../store/testFolder.ts';
import { makeZip, type ZipEntry } from './makeZip.ts';

const MB = 2 ** 20;
const data = Buffer.from('发票内容');

function unpack(entries: readonly ZipEntry[], limits: Partial<UnpackLimits> = {}) {
  const folder = testFolder();
  writeFileSync(join(folder, 'a.zip'), makeZip(entries));
  const into = join(folder, 'into');
  mkdirSync(into);
  return unpackArchive(join(folder, 'a.zip'), into, { limits });
}

async function refsAndCodes(entries: readonly ZipEntry[], limits: Partial<UnpackLimits> = {}) {
  const outcome = await unpack(entries, limits);
  if (!outcome.isArchive) throw new Error('no archive');
  return {
    refs: outcome.files.map(({ ref }) => ref),
    codes: outcome.refused.map(({ ref, problem }) => `${ref} ${problem.code}`),
  };
}

/** Unicode path of Info-ZIP for a name. */
function unicodePath(raw: Buffer, name: string): Buffer {
  const text = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(text.length + 5, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(raw), 5);
  return Buffer.concat([head, text]);
}

describe('names in a ZIP', () => {
  it('are read whether Windows, macOS or a careful packer wrote them', async () => {
    const gbk = iconv.encode('发票/增值税专用发票.pdf', 'gb18030');
    const raw = Buffer.from('fapiao.pdf');
    const { refs } = await refsAndCodes([
      { name: gbk, data },
      { name: '发票/没有标志.pdf', data },
      { name: '发票/有标志.pdf', utf8Flag: true, data },
      { name: raw, extra: unicodePath(raw, '发票/另有名字.pdf'), data },
      { name: '目录\\反斜杠.pdf', utf8Flag: true, data },
    ]);
    expect(refs).toEqual([
      '发票/增值税专用发票.pdf',
      '发票/没有标志.pdf',
      '发票/有标志.pdf',
      '发票/另有名字.pdf',
      '目录/反斜杠.pdf',
    ]);
  });

  it('lead nowhere and hide nothing when they are made safe', () => {
    expect(safeEntryPath('../../../etc/passwd')).toBe('etc/passwd');
    expect(safeEntryPath('/root/.ssh/id')).toBe('root/.ssh/id');
    expect(safeEntryPath('C:\\Windows\\System32\\a.dll')).toBe('Windows/System32/a.dll');
    expect(safeEntryPath('发票\u202egpj.exe\u0000.pdf')).toBe('发票 gpj.exe .pdf');
    expect(safeEntryPath('CON')).toBe('_CON');
    expect(safeEntryPath('目录/nul.txt')).toBe('目录/_nul.txt');
    expect(safeEntryPath('结尾有点... /a.pdf ')).toBe('结尾有点/a.pdf');
    expect(safeEntryPath('..')).toBe('未命名');
    expect(safeEntryPath(`${'长'.repeat(500)}.pdf`)).toMatch(/^长{115}….pdf$/);
    expect(safeEntryPath(Array.from({ length: 40 }, () => '层').join('/')).split('/')).toHaveLength(12);
  });

  it('that come to be the same are told apart, and nothing is written outside the folder', async () => {
    const folder = testFolder();
    const into = join(folder, 'into');
    mkdirSync(into);
    writeFileSync(
      join(folder, 'a.zip'),
      makeZip([
        { name: '../a.pdf', data },
        { name: '/a.pdf', data },
        { name: 'A.PDF', data },
      ]),
    );
    const outcome = await unpackArchive(join(folder, 'a.zip'), into);
    if (!outcome.isArchive) throw new Error('no archive');
    expect(outcome.files.map(({ ref }) => ref)).toEqual(['a.pdf', 'a (2).pdf', 'A (3).PDF']);
    for (const { path } of outcome.files) {
      expect(path.startsWith(into)).toBe(true);
      expect(readFileSync(path)).toEqual(data);
    }
    expect(readdirSync(folder).sort()).toEqual(['a.zip', 'into']);
  });
});

describe('what a ZIP holds', () => {
  it('comes without links, locked and spoilt entries, each told by name', async () => {
    const { refs, codes } = await refsAndCodes([
      { name: 'a.pdf', data },
      { name: 'link', data: Buffer.from('/etc/passwd'), unixMode: 0o120777 },
      { name: 'pipe', unixMode: 0o010644 },
      { name: 'locked.pdf', data, encrypted: true },
      { name: 'strange.pdf', data, method: 99 },
      { name: 'wrong sum.pdf', data, claimedCrc: 1 },
      { name: 'no deflate.pdf', data, packed: Buffer.from('this is no deflate stream') },
      { name: 'folder/', unixMode: 0o040755 },
      { name: 'b.pdf', data, unixMode: 0o100644 },
    ]);
    expect(refs).toEqual(['a.pdf', 'b.pdf']);
    expect(codes).toEqual([
      'link file-is-link',
      'pipe file-is-link',
      'locked.pdf archive-encrypted',
      'strange.pdf archive-method-unsupported',
      'wrong sum.pdf file-damaged',
      'no deflate.pdf file-damaged',
    ]);
  });

  it('is not lost with an entry of rubbish, whenever that is found out', async () => {
    const rubbish = { name: 'b.pdf', data, packed: Buffer.from('this is no deflate stream') };
    // One of four came to nothing at all while the rubbish could fail before anybody listened.
    for (let time = 0; time < 16; time += 1) {
      const { refs, codes } = await refsAndCodes([{ name: 'a.pdf', data }, rubbish, { name: 'c.pdf', data }]);
      expect([refs, codes]).toEqual([['a.pdf', 'c.pdf'], ['b.pdf file-damaged']]);
    }
  });

  it('is counted while it comes, whatever its headers claim', async () => {
    const large = Buffer.alloc(40 * MB);
    const packed = deflateRawSync(large);
    const lie: ZipEntry = { name: 'a.bin', packed, claimedBytes: 10, claimedCrc: crc32(large) };
    const roomy = { ratio: 1e9, ratioFromBytes: 1024 * MB };
    expect(await refsAndCodes([lie, { name: 'b', data }], { entryBytes: 16 * MB, ...roomy })).toEqual({
      refs: ['b'],
      codes: ['a.bin file-too-large'],
    });
    const four = [lie, lie, lie, lie];
    const whole = await refsAndCodes(four, { totalBytes: 100 * MB, ...roomy });
    expect(whole.refs).toHaveLength(2);
    expect(whole.codes).toEqual([' archive-too-large']);
  });

  it('does not go off when it is a bomb, also one whose entries share their bytes', async () => {
    const large = Buffer.alloc(20 * MB);
    const kernel = { packed: deflateRawSync(large), claimedBytes: large.length, claimedCrc: crc32(large) };
    const overlapping = Array.from({ length: 200 }, (_, index) => ({
      ...kernel,
      name: String(index),
      ...(index === 0 ? {} : { sameAs: 0 }),
    }));
    const { refs, codes } = await refsAndCodes(overlapping);
    expect(refs.length).toBeLessThan(5);
    expect(codes).toEqual([' archive-ratio']);
  });

  it('tells its progress at every entry, and hundreds of one name are no more work than others', async () => {
    const folder = testFolder();
    const into = join(folder, 'into');
    mkdirSync(into);
    writeFileSync(
      join(folder, 'a.zip'),
      makeZip(Array.from({ length: 600 }, () => ({ name: '票.pdf', data }))),
    );
    let told = 0;
    const wish = { path: join(folder, 'a.zip'), into, limits: UNPACK_LIMITS, onlyLook: false };
    const unpacked = await unpackZip(wish, () => {
      told += 1;
    });
    expect(told).toBeGreaterThanOrEqual(600);
    expect(new Set(unpacked.files.map(({ ref }) => ref)).size).toBe(600);
    expect(unpacked.files.at(-1)?.ref).toBe('票 (600).pdf');
  });

  it('is limited in number, and a broken table of contents keeps what came before', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `${index}.pdf`, data }));
    const { refs, codes } = await refsAndCodes(many, { entries: 20 });
    expect(refs).toHaveLength(20);
    expect(codes).toEqual([' too-many-files']);
    const folder = testFolder();
    const broken = makeZip(many);
    const second = broken.indexOf(Buffer.from('504b0102', 'hex'), broken.indexOf('504b0102', 0, 'hex') + 4);
    broken.fill(0, second, second + 4);
    writeFileSync(join(folder, 'a.zip'), broken);
    const outcome = await unpackArchive(join(folder, 'a.zip'), folder);
    expect(outcome).toMatchObject({
      isArchive: true,
      files: [{ ref: '0.pdf' }],
      refused: [{ ref: '', problem: { code: 'archive-damaged' } }],
    });
  });

  it('is left whole when it is a document: OFD, xlsx and docx are ZIPs too', async () => {
    for (const name of ['OFD.xml', 'xl/workbook.xml', 'word/document.xml'])
      expect(await unpack([{ name, data }])).toEqual({ isArchive: false });
  });
});

describe('archives among what is handed over', () => {
  const folderFor = (into: string) => async (): Promise<string> => {
    mkdirSync(into, { recursive: true });
    return into;
  };

  it('come in as their files, named by the way inside; an archive inside is opened, one deeper is not', async () => {
    const folder = testFolder();
    const deepest = makeZip([{ name: '太深.pdf', data }]);
    const inner = makeZip([
      { name: '里面.pdf', data },
      { name: '第三层.zip', data: deepest },
    ]);
    mkdirSync(join(folder, '材料'));
    writeFileSync(
      join(folder, '材料', '发票.zip'),
      makeZip([
        { name: '子目录/10.pdf', data },
        { name: '子目录/2.pdf', data },
        { name: '__MACOSX/._2.pdf', data },
        { name: '.DS_Store', data },
        { name: '别的.chengce', data },
        { name: '内层.zip', data: inner },
        { name: '锁.pdf', data, encrypted: true },
      ]),
    );
    const { files, refused } = await gatherFiles([join(folder, '材料')], {
      unpackTo: folderFor(join(folder, 'into')),
    });
    expect(files.map(({ ref }) => ref)).toEqual([
      '材料/发票.zip/内层.zip/里面.pdf',
      '材料/发票.zip/子目录/2.pdf',
      '材料/发票.zip/子目录/10.pdf',
    ]);
    expect(Object.fromEntries(refused.map(({ name, problems }) => [name, problems[0]?.code]))).toEqual({
      '材料/发票.zip/内层.zip/第三层.zip': 'archive-nested',
      '材料/发票.zip/别的.chengce': 'file-is-draft',
      '材料/发票.zip/锁.pdf': 'archive-encrypted',
    });
  });

  it('of other kinds are named with what to do, and an empty or broken one is not passed over', async () => {
    const folder = testFolder();
    const files = {
      '发票.rar': Buffer.from('526172211a0701000000', 'hex'),
      '其实是七.pdf': Buffer.from('377abcaf271c00040000', 'hex'),
      '空.zip': makeZip([]),
      '坏.zip': Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100)]),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const gathered = await gatherFiles(
      Object.keys(files).map((name) => join(folder, name)),
      { unpackTo: folderFor(join(folder, 'into')) },
    );
    expect(gathered.files).toEqual([]);
    expect(gathered.refused.map(({ name, problems }) => [name, problems[0]?.code])).toEqual([
      ['发票.rar', 'archive-not-unpacked'],
      ['其实是七.pdf', 'archive-not-unpacked'],
      ['空.zip', 'archive-empty'],
      ['坏.zip', 'archive-damaged'],
    ]);
    expect(gathered.refused[0]?.problems[0]?.message).toContain('请先解压');
  });

  it('leave nothing behind when the work is cancelled', async () => {
    const folder = testFolder();
    const into = join(folder, 'into');
    mkdirSync(into);
    writeFileSync(join(folder, 'a.zip'), makeZip([{ name: 'a.pdf', data }]));
    const { files, refused } = await gatherFiles([join(folder, 'a.zip')], {
      unpackTo: async () => into,
      signal: AbortSignal.abort(),
    });
    expect([files, refused]).toEqual([[], []]);
    expect(readdirSync(into)).toEqual([]);
    expect(existsSync(join(os.tmpdir(), 'a.pdf'))).toBe(false);
  });
});
