/** The door of the files: pictures made clean, kept by their content. */
export { fileHeaders } from './headers.ts'
export { mostFileBytes, type ImageRefusal } from './image.ts'
export { fileByHash, filesOf, keepImage, storeImage, type CleanImage, type Keeping, type KeptFile } from './keep.ts'
export { everyFile, openFileStore, putBack, readFile, type FileStore } from './store.ts'
