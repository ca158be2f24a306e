export { urlOfDatabase } from '../platform/db/databases.ts'
