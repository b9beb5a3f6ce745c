/// <reference types="vite/client" />

/** Parts of the File System Access API that TypeScript's library does not describe yet; absent in Firefox and Safari. */
interface Window {
  showOpenFilePicker?: (options: FilePickerOptions) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: FilePickerOptions) => Promise<FileSystemFileHandle>;
}

interface FilePickerOptions {
  types: { description: string; accept: Record<string, string[]> }[];
  suggestedName?: string;
}

interface FileSystemFileHandle {
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
}

interface DataTransferItem {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}
