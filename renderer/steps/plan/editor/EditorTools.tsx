import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useRef } from 'react';
import styles from './EditorTools.module.css';
import { insertPictures, type KeepPicture } from './insertPictures.ts';
import { PictureTools } from './PictureTools.tsx';
import { TableTools } from './TableTools.tsx';
import { Tool, ToolBar, ToolGroup } from './ToolBar.tsx';

type EditorToolsProps = {
  readonly editor: Editor;
  readonly keep: KeepPicture;
  readonly tell: (notice: string | null) => void;
};

const STYLES = [
  { value: '0', label: '正文' },
  { value: '1', label: '一级标题' },
  { value: '2', label: '二级标题' },
  { value: '3', label: '三级标题' },
] as const;

/** The tools of an editor; those of a table or picture come when the cursor is in one. */
export function EditorTools({ editor, keep, tell }: EditorToolsProps) {
  const file = useRef<HTMLInputElement>(null);
  const now = useEditorState({ editor, selector: ({ editor: one }) => stateOf(one) });
  const focused = () => editor.chain().focus();
  const align = (side: 'left' | 'center' | 'right') => () =>
    now.align === side ? focused().unsetTextAlign().run() : focused().setTextAlign(side).run();
  return (
    <div className={styles.tools}>
      <ToolBar label="文字工具">
        <select
          className={styles.style}
          aria-label="段落样式"
          title="段落样式（Ctrl+Alt+0 至 3）"
          value={now.level}
          onChange={({ target }) => setStyle(editor, Number(target.value))}
        >
          {STYLES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <ToolGroup>
          <Tool
            label="加粗"
            keys="Mod+B"
            icon="bold"
            on={now.bold}
            use={() => focused().toggleBold().run()}
          />
          <Tool
            label="斜体（印作楷体）"
            keys="Mod+I"
            icon="italic"
            on={now.italic}
            use={() => focused().toggleItalic().run()}
          />
          <Tool
            label="下划线"
            keys="Mod+U"
            icon="underline"
            on={now.underline}
            use={() => focused().toggleUnderline().run()}
          />
          <Tool
            label="上标"
            keys="Mod+."
            icon="superscript"
            on={now.superscript}
            use={() => focused().toggleSuperscript().run()}
          />
          <Tool
            label="下标"
            keys="Mod+,"
            icon="subscript"
            on={now.subscript}
            use={() => focused().toggleSubscript().run()}
          />
        </ToolGroup>
        <ToolGroup>
          <Tool
            label="左对齐"
            keys="Mod+Shift+L"
            icon="alignLeft"
            on={now.align === 'left'}
            use={align('left')}
          />
          <Tool
            label="居中"
            keys="Mod+Shift+E"
            icon="alignCenter"
            on={now.align === 'center'}
            use={align('center')}
          />
          <Tool
            label="右对齐"
            keys="Mod+Shift+R"
            icon="alignRight"
            on={now.align === 'right'}
            use={align('right')}
          />
        </ToolGroup>
        <ToolGroup>
          <Tool
            label="项目符号"
            keys="Mod+Shift+8"
            icon="bullets"
            on={now.bullets}
            use={() => focused().toggleBulletList().run()}
          />
          <Tool
            label="编号"
            keys="Mod+Shift+7"
            icon="numbers"
            on={now.numbers}
            use={() => focused().toggleOrderedList().run()}
          />
        </ToolGroup>
        <ToolGroup>
          <Tool
            label="插入申报表数据"
            keys="@"
            icon="fact"
            words="数据"
            use={() => focused().insertContent(signBehind(editor)).run()}
          />
          <Tool
            label="插入表格"
            icon="table"
            words="表格"
            use={() => focused().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          />
          <Tool
            label="插入图片（也可粘贴或拖入）"
            icon="picture"
            words="图片"
            use={() => file.current?.click()}
          />
        </ToolGroup>
      </ToolBar>
      <input
        ref={file}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="选择图片"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          tell(null);
          void insertPictures(editor.view, files, keep).then((refusals) => {
            if (refusals.length > 0) tell(refusals.join(' '));
          });
        }}
      />
      {now.inTable ? <TableTools editor={editor} /> : null}
      {now.picture === null ? null : <PictureTools editor={editor} picture={now.picture} />}
    </div>
  );
}

function stateOf(editor: Editor) {
  const { selection } = editor.state;
  const node =
    'node' in selection
      ? (selection.node as { type: { name: string }; attrs: Record<string, unknown> })
      : null;
  const level = [1, 2, 3].find((one) => editor.isActive('heading', { level: one })) ?? 0;
  const align =
    (['left', 'center', 'right'] as const).find((side) => editor.isActive({ textAlign: side })) ?? null;
  return {
    level: String(level),
    align,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    superscript: editor.isActive('superscript'),
    subscript: editor.isActive('subscript'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    inTable: editor.isActive('table'),
    picture:
      node?.type.name === 'image'
        ? {
            at: selection.from,
            caption: String(node.attrs.caption),
            alt: String(node.attrs.alt),
            widthPercent: Number(node.attrs.widthPercent),
          }
        : null,
  };
}

function setStyle(editor: Editor, level: number): void {
  const chain = editor.chain().focus();
  if (level === 1 || level === 2 || level === 3) chain.setHeading({ level }).run();
  else chain.setParagraph().run();
}

/** The sign that opens the list of facts; after a letter it would be part of an address. */
function signBehind(editor: Editor): string {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset);
  return /[A-Za-z0-9.]/.test(before) ? '【' : '@';
}
