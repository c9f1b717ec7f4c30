/** Where the window gets a picture of the open draft from: its first page, no wider than asked. */
export function pictureUrl(asset: string, width: number): string {
  return `/files/${encodeURIComponent(asset)}/pages/1?width=${width}`;
}
