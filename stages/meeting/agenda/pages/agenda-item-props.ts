import type { MeetingPageProps } from '../../pages/meeting-props.ts'
import type { Item } from '../store.ts'

/** What one item and its parts are given. */
export type AgendaItemProps = MeetingPageProps & {
  readonly item: Item
  /** Its place in the order, from 1. */
  readonly order: number
  readonly begins: Temporal.Instant | null
}
