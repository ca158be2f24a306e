import type { Context } from 'hono'
import type { Visit } from '../platform/http/index.ts'
import type { House } from './house.ts'

/** What is known of a request when its response is written. */
export type Asked = {
  readonly house: House
  readonly visit: Visit
  readonly session: string | undefined
  readonly context: Context
  /** The list of places and error pages belong to no place: a bare frame. */
  readonly isPlaceless?: boolean
}
