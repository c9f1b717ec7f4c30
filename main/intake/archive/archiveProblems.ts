import type { FileProblem } from '../../../shared/entities/attachment.ts';

const refusal = (code: string, message: string): FileProblem => ({ code, message, severity: 'error' });

/** What can be wrong with an archive or with one of its entries, with the words a person reads. */
export const ARCHIVE_PROBLEMS = {
  damaged: () =>
    refusal('archive-damaged', '压缩包已损坏或不完整，其中读不出的文件没有添加；请重新打包或先解压'),
  empty: () => refusal('archive-empty', '压缩包里没有文件'),
  encrypted: () => refusal('archive-encrypted', '压缩包设有密码；请先用密码解压，再添加其中的文件'),
  entryDamaged: () => refusal('file-damaged', '在压缩包中已损坏，没有添加'),
  method: () => refusal('archive-method-unsupported', '压缩方式特殊，无法解开；请先解压，再添加'),
  link: () => refusal('file-is-link', '这是压缩包中的链接，没有跟随'),
  bomb: () => refusal('archive-ratio', '解压后大得异常（疑似压缩炸弹），没有继续解压'),
  entryTooLarge: (limitMb: number) => refusal('file-too-large', `解压后超过 ${limitMb} MB，没有添加`),
  tooLarge: () => refusal('archive-too-large', '压缩包解压后太大，其余文件没有添加；请先解压，再分批添加'),
  tooMany: (limit: number) =>
    refusal('too-many-files', `压缩包中超过 ${limit} 个文件，其余没有添加；请先解压，再分批添加`),
  nested: () => refusal('archive-nested', '压缩包里又套着多层压缩包，没有继续解压；请先解压，再添加'),
  diskFull: () => refusal('disk-full', '磁盘空间不足，无法解压；请清理后重试'),
  failed: (why: string) => refusal('archive-unreadable', `压缩包没能解开：${why}`),
} as const;
