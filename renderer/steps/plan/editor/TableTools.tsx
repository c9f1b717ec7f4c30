import type { Editor } from '@tiptap/core';
import { Tool, ToolBar, ToolGroup } from './ToolBar.tsx';

/** Rows, columns and cells of the table the cursor is in. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const focused = () => editor.chain().focus();
  return (
    <ToolBar label="表格工具">
      <ToolGroup>
        <Tool label="在上方插入行" words="上方加行" use={() => focused().addRowBefore().run()} />
        <Tool label="在下方插入行" words="下方加行" use={() => focused().addRowAfter().run()} />
        <Tool label="删除所在行" words="删行" use={() => focused().deleteRow().run()} />
      </ToolGroup>
      <ToolGroup>
        <Tool label="在左侧插入列" words="左侧加列" use={() => focused().addColumnBefore().run()} />
        <Tool label="在右侧插入列" words="右侧加列" use={() => focused().addColumnAfter().run()} />
        <Tool label="删除所在列" words="删列" use={() => focused().deleteColumn().run()} />
      </ToolGroup>
      <ToolGroup>
        <Tool
          label="合并选中的单元格（先拖选，或按住 Shift 用方向键选）"
          words="合并"
          use={() => focused().mergeCells().run()}
        />
        <Tool label="拆分单元格" words="拆分" use={() => focused().splitCell().run()} />
        <Tool label="首行作表头（每页重复）" words="表头行" use={() => focused().toggleHeaderRow().run()} />
        <Tool label="删除整个表格" words="删表格" use={() => focused().deleteTable().run()} />
      </ToolGroup>
    </ToolBar>
  );
}
