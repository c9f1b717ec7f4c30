import { ProfileOutlined } from '@ant-design/icons';
import { Button } from 'antd';

type DetailToggleProps = {
  readonly open: boolean;
  /** It opens beside the table, else below it. */
  readonly beside: boolean;
  readonly onChange: (open: boolean) => void;
};

/** Shows or hides the page and all the fields of the row in focus. */
export function DetailToggle({ open, beside, onChange }: DetailToggleProps) {
  return (
    <Button
      size="small"
      aria-pressed={open}
      icon={<ProfileOutlined aria-hidden />}
      title={beside ? '在表格右边显示这一行的影像和全部内容' : '在表格下面显示这一行的影像和全部内容'}
      onClick={() => onChange(!open)}
    >
      {open ? '收起详情' : '影像与详情'}
    </Button>
  );
}
