import { Select } from 'antd';
import { useCall } from '../../draft/useDraft.ts';

/** The kind of a file, chosen from the call's. Null shows that it has none the call knows. */
export function KindSelect({
  value,
  label,
  disabled = false,
  onChange,
}: {
  readonly value: string | null;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onChange: (kind: string) => void;
}) {
  const call = useCall();
  return (
    <Select
      size="small"
      style={{ width: 176 }}
      aria-label={label}
      value={value}
      disabled={disabled}
      placeholder="选择类别"
      // A dialog lies above everything that is not inside it.
      getPopupContainer={(trigger: HTMLElement) => trigger.closest('dialog') ?? document.body}
      options={call.attachments.map((kind) => ({ value: kind.id, label: kind.label }))}
      onChange={(kind: string | null) => {
        if (kind !== null) onChange(kind);
      }}
    />
  );
}
