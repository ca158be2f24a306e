/** The door of the files: pictures made clean and documents that only show, kept by their content. */
export { fileCards } from './cards.ts'
export { mostDocumentBytes, type DocumentRefusal } from './document.ts'
export { fileHeaders } from './headers.ts'
export { mostFileBytes, type ImageRefusal } from './image.ts'
export {
  carryFiles,
  fileByHash,
  filesAndStones,
  filesOf,
  keepFile,
  keepImage,
  storeDocument,
  storeImage,
  type CleanFile,
  type CleanImage,
  type HiddenFile,
  type Keeping,
  type KeptFile,
} from './keep.ts'
export { forgetWaiting, keepWaiting, waitingFile, type WaitingFile } from './waiting.ts'
export { everyFile, openFileStore, putBack, readFile, type FileStore } from './store.ts'
export { personal as filesPersonal } from './personal.ts'
