import type { Editor } from '@tiptap/core';
import { TextControl } from '../../../fields/TextControl.tsx';
import styles from './EditorTools.module.css';
import { Tool, ToolBar, ToolGroup } from './ToolBar.tsx';

type PictureToolsProps = {
  readonly editor: Editor;
  /** The picture that is selected, and its place in the text. */
  readonly picture: {
    readonly at: number;
    readonly caption: string;
    readonly alt: string;
    readonly widthPercent: number;
  };
};

const WIDTHS = [25, 50, 75, 100] as const;

/** Caption, description and width of the selected picture. */
export function PictureTools({ editor, picture }: PictureToolsProps) {
  const { at, caption, alt, widthPercent } = picture;
  // Not through the selection: it must stay while one types in here.
  const set = (name: 'caption' | 'alt' | 'widthPercent', value: string | number): void => {
    const node = editor.state.doc.nodeAt(at);
    if (node?.type.name !== 'image' || node.attrs[name] === value) return;
    editor.view.dispatch(editor.state.tr.setNodeAttribute(at, name, value));
  };
  return (
    <ToolBar label="图片工具">
      <Named
        word="图名"
        label="图名（印在图下）"
        value={caption}
        placeholder="如：图1 总体架构"
        onChange={(value) => set('caption', value)}
      />
      <Named
        word="说明"
        label="图片内容说明（供读屏软件朗读，不印出）"
        value={alt}
        placeholder="图中是什么（不印出）"
        onChange={(value) => set('alt', value)}
      />
      <ToolGroup>
        {WIDTHS.map((width) => (
          <Tool
            key={width}
            label={`宽度为正文的 ${width}%`}
            words={`${width}%`}
            on={widthPercent === width}
            use={() => set('widthPercent', width)}
          />
        ))}
        {WIDTHS.some((width) => width === widthPercent) ? null : (
          <span className={styles.width}>现为 {widthPercent}%</span>
        )}
      </ToolGroup>
      <Tool label="删除图片" words="删图片" use={() => editor.chain().focus().deleteSelection().run()} />
    </ToolBar>
  );
}

type NamedProps = {
  /** What stands before the input; `label` says it in full to screen readers. */
  readonly word: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
};

/** A small input with its name before it. */
function Named({ word, ...control }: NamedProps) {
  return (
    <span className={styles.named}>
      <span aria-hidden="true">{word}</span>
      <TextControl size="small" {...control} />
    </span>
  );
}
