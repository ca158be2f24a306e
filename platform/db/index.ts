/** The door of the database: reading, writing, and nothing between. */
export { clock } from './clock.ts'
export { openDatabase, type Acting, type Database, type DatabaseOptions, type Read, type Tx } from './database.ts'
export { lockExclusive, lockShared } from './locks.ts'
export { migrate } from './migrate.ts'
export { statement } from './statement.ts'
export { listsBy } from './lists-by.ts'
export { together } from './together.ts'
export type { Schema } from './schema.gen.ts'
