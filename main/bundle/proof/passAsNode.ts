/**
 * Has pdf.js take this process for what it is. In a utility process of Electron there is Node and no page, but
 * pdf.js looks at `process.type`, believes to be in a browser and finds neither its worker nor the file. To be
 * called before pdf.js is imported, in a child process only.
 */
export function passAsNode(): void {
  if (process.versions.electron !== undefined) Object.defineProperty(process, 'type', { value: undefined });
}
