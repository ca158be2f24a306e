import type { Reader } from '../../../../platform/http/index.ts'
import { spanLine } from '../../pages/lines.ts'
import type { Encounter } from '../store.ts'

/** "Thursday 26 November 2026, 16:00–17:00" */
export function whenOf(reader: Reader, span: Pick<Encounter, 'startsAt' | 'endsAt'>): string {
  return spanLine(reader, span)
}
