/** The pattern of what is planned and not spent. Stands inside an `<svg>`. */
export function Hatching({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--sheet)" />
        <path d="M0 0V6" stroke="var(--ink-faint)" strokeWidth="2" />
      </pattern>
    </defs>
  );
}
