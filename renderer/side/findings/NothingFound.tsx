import { EmptyState } from '../../ui/EmptyState.tsx';
import type { FindingFilter } from './filterFindings.ts';

/** What stands where the list of findings is empty, and what that means. */
export function NothingFound({ filter }: { readonly filter: FindingFilter }) {
  const { show, section, text } = filter;
  if (text.trim() !== '') return <EmptyState title="没有找到">换个字句，或看看别的结果和版块。</EmptyState>;
  switch (show) {
    case 'open':
      return (
        <EmptyState title="没有问题">
          {section === null
            ? '通知要求的都已填写并核对过，没有错误、警告、提示和待填。导出前请再看一遍预览。'
            : '这个版块没有错误、警告、提示和待填。'}
        </EmptyState>
      );
    case 'error':
      return <EmptyState title="没有错误">有错误时，导出的材料每页都会标明“草稿”；现在没有。</EmptyState>;
    case 'warning':
      return <EmptyState title="没有警告">警告是评审时可能被问到的地方；现在没有。</EmptyState>;
    case 'hint':
      return <EmptyState title="没有提示">提示只是提醒，不影响申报；现在没有。</EmptyState>;
    case 'unknown':
      return <EmptyState title="没有待填">通知要求填写的都填了。</EmptyState>;
    case 'setAside':
      return (
        <EmptyState title="没有搁置的">
          警告和提示可以写明理由后搁置，搁置的列在这里，随时可以取消。
        </EmptyState>
      );
    case 'met':
      return <EmptyState title="还没有符合的">填写后，符合要求的逐条列在这里，带着核对过的数。</EmptyState>;
  }
}
