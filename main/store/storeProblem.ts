/** Why the store refused; each code has one Chinese message. */
export type StoreProblemCode = keyof typeof MESSAGES;

export type StoreProblem = {
  readonly code: StoreProblemCode;
  /** For people, Chinese; names the next step where there is one. */
  readonly message: string;
  /** For developers: the driver's own words. Never shown as such. */
  readonly detail: string;
};

/** What came of asking the store: a value, or a problem as a value. Bugs throw. */
export type StoreOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: StoreProblem };

const MESSAGES = {
  'draft-missing': '找不到这份草稿，它可能已被移动、改名或删除',
  'draft-not-a-file': '这是一个文件夹，不是草稿文件',
  'draft-empty': '这个文件是空的，没有草稿内容（可能是上次新建或复制时被中断）',
  'draft-foreign': '这个文件不是成册的草稿',
  'draft-newer': '这份草稿由更新版本的成册保存，请升级程序后再打开；文件没有被改动',
  'draft-unreadable': '草稿文件损坏严重，没有能读出的内容；原文件没有被改动，请使用备份',
  'draft-damaged': '草稿文件的一部分已损坏，操作没有完成；请关闭后重新打开，程序会尽量读出完好的内容',
  'draft-busy': '草稿正被另一个程序占用，请稍后再试',
  'draft-elsewhere': '草稿正在另一台电脑上编辑，且暂时读不到完整的内容，请稍后再打开',
  'draft-exists': '同名文件已存在，为免覆盖，没有新建；请换一个文件名',
  'draft-read-only': '草稿以只读方式打开，不能保存修改',
  'draft-closed': '草稿已经关闭，不能再操作',
  'draft-moved': '草稿文件在打开期间被移动或删除，刚才的修改没有保存；请用“另存为”保存一份',
  'folder-missing': '要保存到的文件夹不存在',
  'folder-read-only': '没有权限在这个文件夹里写文件，请换一个位置',
  'disk-full': '磁盘空间已满，刚才的修改没有保存，之前保存的内容都在；请腾出空间后再试',
  'disk-error': '读写磁盘时出错（U 盘或网络文件夹是否已断开？），刚才的操作没有完成',
  'no-permission': '没有权限读取这个文件',
  'backup-failed': '升级草稿前未能做好备份，因此没有升级，原文件没有被改动',
  'migration-failed': '草稿升级没有成功，草稿没有被改动，内容都在',
  'migration-half-way': '草稿升级到一半没有成功，内容没有丢失，升级前的备份就在草稿旁边',
  'value-invalid': '内容不符合要求，没有保存',
  'id-repeated': '有两条内容的编号（id）相同，没有保存',
  'row-missing': '这一条已不存在，可能已被删除',
  'source-unreadable': '无法读取要添加的文件',
  'source-not-a-file': '这不是普通文件（而是文件夹、管道或设备），不能添加',
  'source-too-large': '文件超过 2 GB，不能放进草稿',
  'source-is-draft': '不能把正在打开的草稿本身作为附件',
  'blob-missing': '草稿里没有这个文件的内容',
  'blob-damaged': '这个文件的内容已损坏，请重新添加原件',
  'target-unwritable': '无法写出文件',
  'version-missing': '找不到这个历史版本',
  'version-unreadable': '这个历史版本的内容无法读出',
} as const;

/** Builds a refusal; `about` is put in front of the message (a file's name, a row). */
export function storeProblem(code: StoreProblemCode, detail = '', about = ''): StoreProblem {
  return { code, message: about === '' ? MESSAGES[code] : `${about}：${MESSAGES[code]}`, detail };
}

/** A refusal as an outcome. */
export function refused(
  code: StoreProblemCode,
  detail = '',
  about = '',
): { readonly ok: false; readonly problem: StoreProblem } {
  return { ok: false, problem: storeProblem(code, detail, about) };
}
