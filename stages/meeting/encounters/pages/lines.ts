import type { Reader } from '../../../../platform/http/index.ts'
import type { Encounter } from '../store.ts'

/** "Thursday 26 November 2026, 16:00–17:00" */
export function whenOf({ time }: Reader, { startsAt, endsAt }: Pick<Encounter, 'startsAt' | 'endsAt'>): string {
  return `${time.weekday(startsAt)}, ${time.hour(startsAt)}–${time.hour(endsAt)}`
}
