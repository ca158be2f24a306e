/** The door of the files: pictures, made clean, kept by their content. */
export { mostFileBytes, type ImageRefusal } from './image.ts'
export {
  fileByHash, fileHeaders, filesOf, keepImage, storeImage,
  type CleanImage, type KeptFile,
} from './keep.ts'
export { openFileStore, readFile, type FileStore } from './store.ts'
