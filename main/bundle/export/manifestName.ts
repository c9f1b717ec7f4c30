/** What the manifest of a package is called, in every version. */
export const MANIFEST_NAME = 'manifest.json';
