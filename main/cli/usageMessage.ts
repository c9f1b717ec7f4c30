import type { CommanderError } from 'commander';

const quoted = (text: string) => /'([^']+)'/.exec(text)?.[1] ?? '';

/** A usage mistake in Chinese: commander tells which by a code and the culprit between quotes. */
export function usageMessage(error: CommanderError): string {
  const culprit = quoted(error.message);
  const near = /Did you mean ([^?]+)\?/.exec(error.message)?.[1];
  const hint = near === undefined ? '。' : `，是否想用“${near}”？`;
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${culprit}”这个命令${hint}用 --help 查看全部命令。`;
    case 'commander.unknownOption':
      return `没有“${culprit}”这个选项${hint}用 --help 查看可用选项。`;
    case 'commander.missingArgument':
      return `缺少参数“${culprit}”。用 --help 查看用法。`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少必需的选项“${culprit}”。用 --help 查看用法。`;
    case 'commander.optionMissingArgument':
      return `选项“${culprit}”后面要写一个值。`;
    case 'commander.excessArguments':
      return '参数太多了。路径中有空格时请用引号括起。用 --help 查看用法。';
    case 'commander.help':
      return '命令没有写完整，或没有这个命令。用 --help 查看用法。';
    default:
      return `命令写得不对：${error.message.replace(/^error: /, '')}。用 --help 查看用法。`;
  }
}
