/** No stored file is larger (2 GiB): far above any scan, far below what fills a disk. */
export const LARGEST_BLOB_BYTES = 2 * 1024 * 1024 * 1024;
