/** Real cases, told from published sources. */
export { loadToldCase, toldCases } from './load-told.ts'
