/** The door of the words. */
export { catalogue, type Catalogue, type Messages, type Say, type Values } from './catalogue.ts'
export { everydayWords, type EverydayKey } from './everyday.ts'
export { pageLanguages, writtenLanguages } from './page-languages.ts'
export { cityOf, timeWords, type TimeSettings, type TimeWords } from './time.ts'
