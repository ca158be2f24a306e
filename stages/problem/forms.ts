/** What forms of later stages share with those of a problem: files that are kept while a form comes back, points, what staff write down. */
export { keepSent, sentFiles, type KeptFiles, type SentFiles } from './form.ts'
export { FilesFields } from './pages/files-fields.tsx'
export { receiptOf } from './raising/rules.ts'
export { pointOf } from './rules.ts'
